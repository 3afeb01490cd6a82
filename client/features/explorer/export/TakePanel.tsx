import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaneBox } from '../../../network/graph/create-graph.ts'
import { useNames } from '../../../network/use-names.ts'
import { CsvButton } from '../../../ui/CsvButton.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { EmbedCode } from '../saved/EmbedCode.tsx'
import { SavedViews } from '../saved/SavedViews.tsx'
import { ShareLink } from '../saved/ShareLink.tsx'
import { useNoun } from '../use-noun.ts'
import { writeView } from '../view-state.ts'
import { fileName } from './file-name.ts'
import { PictureForm } from './PictureForm.tsx'
import { useNetworkCsv } from './use-network-csv.ts'
import { type PictureSource, pictureKind } from './use-picture-content.ts'

export interface TakePanelProps extends PictureSource {
  /** Where the picture says which part of it is in view. */
  inView: RefObject<(() => PlaneBox) | null>
  onClose: () => void
}

/** Everything that leaves the page: named views, a link, a picture, the data behind it. */
export function TakePanel({ onClose, ...props }: TakePanelProps) {
  const t = useTranslations('explorerTools.take')
  const common = useTranslations('common.action')
  const { view } = props
  const search = new URLSearchParams(writeView(view) as Record<string, string>).toString()
  return (
    <div className="tool-panel">
      <div className="tool-head">
        <h2 className="section-title">{t('title')}</h2>
        <IconButton
          label={common('close')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={onClose}
          className="-mt-1.5 -mr-1.5"
        />
      </div>
      <SavedViews search={search} onOpen={onClose} />
      <Share {...props} />
      {pictureKind(props) ? <PictureForm {...props} /> : null}
      <Data {...props} />
    </div>
  )
}

type PartProps = Omit<TakePanelProps, 'onClose'>

/** Without a date the link shows the newest state whenever it is opened; with one, the state of that day. */
function Share({ model, view }: Pick<PartProps, 'model' | 'view'>) {
  const t = useTranslations('explorerTools.share')
  const format = useFormat()
  const { on } = model.network
  const [fixed, setFixed] = useState(true)
  const search = writeView(fixed ? { ...view, on } : view)
  const embedded = String(
    new URLSearchParams(writeView({ ...view, on, actor: null }) as Record<string, string>),
  )
  const city = useNames().reference?.city.name ?? ''
  const url = `${location.origin}${location.pathname}?${new URLSearchParams(search as Record<string, string>)}`
  return (
    <section className="tool-section" aria-labelledby="take-link">
      <h3 className="panel-title" id="take-link">
        {t('title')}
      </h3>
      {view.on === null ? (
        <label className="option">
          <input
            type="checkbox"
            className="check"
            checked={fixed}
            onChange={(event) => setFixed(event.target.checked)}
          />
          <span className="option-name">
            {on === 'all' ? t('fixedAll') : t('fixed', { date: format.date(on) })}
          </span>
        </label>
      ) : null}
      <div className="tool-buttons">
        <ShareLink key={url} url={url.replace(/\?$/, '')} label={t('copy')} />
      </div>
      <EmbedCode key={embedded} search={embedded} title={t('frameTitle', { city })} />
    </section>
  )
}

function Data({ model }: Pick<PartProps, 'model'>) {
  const t = useTranslations('explorerTools.take')
  const common = useTranslations('explorer')
  const state = useTranslations('explorerTools.csv')
  const noun = useNoun(model.network.definition)
  const csv = useNetworkCsv(model)
  const { shown } = model.filtered
  const words = { busy: state('busy'), failed: state('failed') }
  return (
    <section className="tool-section" aria-labelledby="take-data">
      <h3 className="panel-title" id="take-data">
        {t('data')}
      </h3>
      <p className="caption">{t('dataHint')}</p>
      <div className="tool-buttons">
        <CsvButton
          {...words}
          label={t('csv', { what: noun(shown.actors) })}
          file={fileName(state('actorsFile'), model.network, 'csv')}
          build={async () => csv.actors()}
        />
        <CsvButton
          {...words}
          label={t('csv', { what: common('ties', { count: shown.ties }) })}
          file={fileName(state('tiesFile'), model.network, 'csv')}
          build={async () => csv.ties()}
        />
      </div>
    </section>
  )
}
