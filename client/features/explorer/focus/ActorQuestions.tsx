import { Route, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { SectorMark } from '../../../network/SectorMark.tsx'
import { Button } from '../../../ui/Button.tsx'
import { listRows } from '../list/list-rows.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'

interface ActorQuestionsProps {
  model: ExplorerModel
  row: number
  view: ExplorerView
  change: ChangeView
}

/** What can be asked of the chosen actor besides its neighbourhood: a path to another, and what it holds together. */
export function ActorQuestions({ model, row, view, change }: ActorQuestionsProps) {
  const t = useTranslations('explorer.ask')
  const [finding, setFinding] = useState(false)
  return (
    <div className="actor-questions">
      <Button
        aria-pressed={view.to !== null}
        aria-expanded={finding}
        className={view.to === null ? '' : 'btn-chosen'}
        onClick={() => {
          if (view.to !== null) change({ to: null })
          setFinding(view.to === null && !finding)
        }}
      >
        <Route size={16} strokeWidth={1.75} aria-hidden /> {t('path')}
      </Button>
      <Button
        aria-pressed={view.leave}
        className={view.leave ? 'btn-chosen' : ''}
        onClick={() => change({ leave: !view.leave, to: null, focus: null })}
      >
        <Unplug size={16} strokeWidth={1.75} aria-hidden /> {t('leave')}
      </Button>
      {finding ? (
        <FindActor
          model={model}
          without={row}
          label={t('pathTo', { name: model.network.actors.name[row]! })}
          onFound={(id) => {
            setFinding(false)
            change({ to: id, leave: false, focus: null }, true)
          }}
        />
      ) : null}
    </div>
  )
}

const SHOWN = 8
const nothing = () => ''
const plain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A name typed, the first few that hold it below. */
function FindActor({
  model,
  without,
  label,
  onFound,
}: {
  model: ExplorerModel
  without: number
  label: string
  onFound: (id: string) => void
}) {
  const t = useTranslations('explorer.ask')
  const [q, setQ] = useState('')
  const { index, looks, network } = model
  const rows =
    q.trim() === ''
      ? []
      : listRows(
          index,
          (row) => row !== without && network.actors.degree[row]! > 0,
          q,
          { by: 'partners', order: 'desc' },
          { sector: nothing, region: nothing, role: nothing, census: nothing, compare: plain },
        ).slice(0, SHOWN)
  return (
    <div className="find-actor">
      <input
        type="search"
        className="input"
        aria-label={label}
        placeholder={t('find')}
        value={q}
        // biome-ignore lint/a11y/noAutofocus: it opens where the reader has just asked for it
        autoFocus
        onChange={(event) => setQ(event.target.value)}
      />
      <ul>
        {rows.map((row) => {
          const look = looks.ofRow(network, row)
          return (
            <li key={row}>
              <button type="button" onClick={() => onFound(network.actors.id[row]!)}>
                <SectorMark group={look.group} shape={look.shape} /> <span>{network.actors.name[row]}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {q.trim() !== '' && rows.length === 0 ? <p className="caption">{t('noMatch')}</p> : null}
    </div>
  )
}
