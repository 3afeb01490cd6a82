import { useMutation } from '@tanstack/react-query'
import { Code } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { createEmbed } from '../../../api/embeds.ts'
import { useMay, useSession } from '../../../api/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { ShareLink } from './ShareLink.tsx'

/** A signed link to this very view as the code that shows it on another page; for those who may make one. */
export function EmbedCode({ search, title }: { search: string; title: string }) {
  const t = useTranslations('explorerTools.embed')
  const may = useMay('embeds.create')
  const { mutate, data, isPending, isError, reset } = useMutation({ mutationFn: () => createEmbed(search) })
  const demonstration = useSession()?.demonstration
  if (!may) return null
  const code = data && frameOf(`${location.origin}${data.path}`, title)
  return (
    <div className="embed-code">
      <p className="caption">{t(demonstration ? 'what' : 'whatSectors')}</p>
      {code ? (
        <>
          <textarea className="input embed-text" readOnly rows={4} value={code} aria-label={t('code')} />
          <ShareLink key={code} url={code} label={t('copy')} copied={t('copied')} />
        </>
      ) : (
        <Button onClick={() => mutate()} disabled={isPending}>
          <Code size={16} strokeWidth={1.75} aria-hidden />
          {t('make')}
        </Button>
      )}
      {isError ? (
        <p role="alert" className="caption">
          {t('failed')}{' '}
          <Button look="text" onClick={reset}>
            {t('again')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

const frameOf = (url: string, title: string) =>
  `<iframe src="${url}" title="${title.replace(/[&"<>]/g, '')}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`
