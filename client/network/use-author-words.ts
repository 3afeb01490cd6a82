import { useTranslations } from 'use-intl'
import type { Changeset } from '#shared/contract/changesets.ts'

/**
 * Who changed something: a person by name; `lokal` is whoever worked at the server itself, `staff` somebody whose name is not for
 * whoever reads.
 */
export function useAuthorWords(): (changeset: Pick<Changeset, 'author' | 'authorName'>) => string {
  const t = useTranslations('history.author')
  return ({ author, authorName }) =>
    authorName ?? (author === 'lokal' || author === 'system' || author === 'staff' ? t(author) : author)
}
