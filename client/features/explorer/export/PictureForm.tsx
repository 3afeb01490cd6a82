import { ImageDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceGroup } from '../../../ui/ChoiceGroup.tsx'
import { saveAs } from '../../../ui/csv.ts'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import { composePicture } from './compose-picture.ts'
import { fileName } from './file-name.ts'
import { rasterise } from './rasterise.ts'
import type { TakePanelProps } from './TakePanel.tsx'
import type { TakeStyle } from './take-theme.ts'
import { pictureKind, usePictureContent } from './use-picture-content.ts'

const SCALES = ['1', '2', '3', '4'] as const
const STYLES = ['light', 'print'] as const satisfies readonly TakeStyle[]
const PARTS = ['seen', 'whole'] as const

type PictureFormProps = Omit<TakePanelProps, 'onClose'>

/** The picture with its legend, filters, date and source as a file. */
export function PictureForm({ inView, ...source }: PictureFormProps) {
  const { model, view } = source
  const t = useTranslations('explorerTools.take')
  const announce = useAnnounce()
  const contentOf = usePictureContent(source)
  const [style, setStyle] = useState<TakeStyle>('light')
  const [part, setPart] = useState<(typeof PARTS)[number]>('whole')
  const [scale, setScale] = useState<(typeof SCALES)[number]>('2')
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const kind = pictureKind(source)
  const canSee = kind === 'canvas' ? view.at !== null : kind === 'scene' && inView.current !== null
  const compose = () =>
    composePicture(
      contentOf(style, canSee && part === 'seen' ? (inView.current?.() ?? null) : null, part === 'seen'),
    )
  const take = async (kind: 'png' | 'svg') => {
    if (state === 'busy') return
    setState('busy')
    announce(t('busy'))
    try {
      const picture = compose()
      const name = t('file')
      if (kind === 'svg') saveAs(fileName(name, model.network, 'svg'), picture.svg, 'image/svg+xml')
      else
        saveAs(
          fileName(name, model.network, `${scale}x.png`),
          await rasterise(picture, Number(scale)),
          'image/png',
        )
      setState('idle')
    } catch {
      setState('failed')
      announce(t('failed'))
    }
  }
  const segments = <V extends string>(values: readonly V[], words: (value: V) => string) =>
    values.map((value) => ({ value, label: words(value) }))
  return (
    <section className="tool-section" aria-labelledby="take-picture">
      <h3 className="panel-title" id="take-picture">
        {t('picture')}
      </h3>
      {canSee ? (
        <ChoiceGroup
          legend={t('part')}
          name="take-part"
          layout="segments"
          choices={segments(PARTS, (value) => t(value))}
          value={part}
          onChange={setPart}
        />
      ) : null}
      <ChoiceGroup
        legend={t('style')}
        name="take-style"
        layout="segments"
        choices={segments(STYLES, (value) => t(value))}
        value={style}
        onChange={setStyle}
      />
      <ChoiceGroup
        legend={t('scale')}
        name="take-scale"
        layout="segments"
        choices={segments(SCALES, (value) => `${value}×`)}
        value={scale}
        onChange={setScale}
      />
      <div className="tool-buttons">
        {(['png', 'svg'] as const).map((kind) => (
          <Button key={kind} aria-disabled={state === 'busy' || undefined} onClick={() => void take(kind)}>
            <ImageDown size={16} strokeWidth={1.75} aria-hidden />
            {t(kind)}
          </Button>
        ))}
      </div>
      <p className="caption" role="alert">
        {state === 'failed' ? t('failed') : null}
      </p>
    </section>
  )
}
