import { useTranslations } from 'use-intl'
import { useIssueText } from '#client/network/use-issue-text.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import { type ActorForm, actorFormIssues } from './actor-form.ts'

/** Paths of the contract that stand in a field of another name. */
const FIELD_OF: Record<string, keyof ActorForm> = { kbli: 'kbliCode' }

/** The error under each field: ours once the person has tried, then the server's. */
export function useActorErrors(form: ActorForm, tried: boolean, refused: readonly FieldIssue[]) {
  const t = useTranslations('actors.issue')
  const issueText = useIssueText()
  const own = actorFormIssues(form)
  return (field: keyof ActorForm): string | undefined => {
    const issue = tried ? own[field] : undefined
    if (issue) return t(issue)
    const theirs = refused.filter(({ path }) => {
      const parts = path.split('.')
      const name = parts[0] === 'changes' ? (parts[1] ?? '') : (parts[0] ?? '')
      return (FIELD_OF[name] ?? name) === field
    })
    return theirs.map(issueText).join(' ') || undefined
  }
}
