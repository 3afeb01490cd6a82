import { Link2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'

interface ShareLinkProps {
  /** The whole address. */
  url: string
  label: string
  /** What is said once it is copied. */
  copied?: string
}

/** Copies a link; where the browser does not let a page do that, the link is there to be copied by hand. */
export function ShareLink({ url, label, copied }: ShareLinkProps) {
  const t = useTranslations('explorerTools.share')
  const done = copied ?? t('copied')
  const announce = useAnnounce()
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle')
  const id = useId()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setState('copied')
      announce(done)
    } catch {
      setState('by-hand')
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>
        <Link2 size={16} strokeWidth={1.75} aria-hidden />
        {state === 'copied' ? done : label}
      </Button>
      {state === 'by-hand' ? (
        <div className="share-by-hand">
          <label htmlFor={id}>{t('byHand')}</label>
          <input
            id={id}
            className="input"
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
            // biome-ignore lint/a11y/noAutofocus: it answers the press of the button just before it
            autoFocus
          />
        </div>
      ) : null}
    </>
  )
}
