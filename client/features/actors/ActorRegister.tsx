import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { BulkAsk } from '#client/api/bulk.ts'
import { applyBulk, countBulk } from '#client/api/bulk.ts'
import { ApiError } from '#client/api/http.ts'
import { useMay } from '#client/api/session.ts'
import { BulkBar } from '#client/network/BulkBar.tsx'
import { type Done, DoneNotice } from '#client/network/DoneNotice.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import type { CellAnswer } from '#client/ui/EditableCell.tsx'
import { usePickedRows } from '#client/ui/use-picked-rows.ts'
import type { ActorPage, ActorRow } from '#shared/contract/actors.ts'
import type { BulkOutcome } from '#shared/contract/bulk.ts'
import { ActorDialogs, type OpenedRow } from './ActorDialogs.tsx'
import { ActorPhoneRows } from './ActorPhoneRows.tsx'
import type { ActorAct } from './ActorRowMenu.tsx'
import { ActorTable } from './ActorTable.tsx'
import type { ShownColumn } from './actor-columns.ts'
import { type ActorSearch, type ActorSort, filtersOf } from './actor-search.ts'
import { ACTOR_BULKS, type ActorBulkAct, BulkActors } from './BulkActors.tsx'
import { useActorCells } from './use-actor-cells.ts'

interface ActorRegisterProps {
  page: ActorPage
  search: ActorSearch
  columns: readonly ShownColumn[]
  onSort: (sort: ActorSort) => void
  caption: string
  phone: boolean
}

/** The rows of the register with what can be done to them: one by one in their place, or many at once. */
export function ActorRegister({ page, search, columns, onSort, caption, phone }: ActorRegisterProps) {
  const t = useTranslations('register')
  const common = useTranslations('common')
  const names = useNames()
  const mayWrite = useMay('actors.write')
  const queries = useQueryClient()
  const today = names.reference?.city.today ?? ''
  const [done, setDone] = useState<Done | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [opened, setOpened] = useState<OpenedRow | null>(null)
  const [bulk, setBulk] = useState<ActorBulkAct | null>(null)
  const [picking, setPicking] = useState(false)
  const filters = filtersOf(search)
  const picked = usePickedRows(page.total, JSON.stringify(filters))
  const cells = useActorCells(today, setDone)
  const selection: BulkAsk<'actors'>['selection'] = picked.all
    ? { matching: filters }
    : { ids: [...picked.ids] }

  const accept = async (row: ActorRow) => {
    const ask = { selection: { ids: [row.id] }, change: { mode: 'suggestion' as const } }
    const outcome = await countBulk('actors', ask)
      .then((counted) => applyBulk('actors', ask, counted, ''))
      .catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        setRefusal(t('cell.failed', { why: common(`error.${error.code}`) }))
        return null
      })
    if (outcome === null) return
    const sector = names.sectorShort(row.suggestion?.sectorId ?? '')
    setDone({ revision: outcome.revision, text: t('suggestion.accepted', { name: row.name, sector }) })
    void queries.invalidateQueries()
  }
  const sayInstead = (answer: CellAnswer) => {
    if (answer.type === 'refused') setRefusal(answer.message)
    else if (answer.type === 'clash') setRefusal(t('cell.clash'))
  }
  const act = (which: ActorAct, row: ActorRow) => {
    setRefusal(null)
    if (which === 'accept') void accept(row)
    else if (which === 'survey')
      void cells
        .save(row, 'census', row.censusStatus === 'none' ? 'complete' : row.censusStatus)
        .then(sayInstead)
    else setOpened({ row, act: which })
  }
  const finish = (outcome: BulkOutcome) => {
    setBulk(null)
    picked.clear()
    setPicking(false)
    setDone({ revision: outcome.revision, text: t('bulk.done', { count: outcome.changes }) })
  }
  const [first, second] = [...picked.ids]
  const offered = ACTOR_BULKS.filter(
    (one) =>
      (names.surveyed || one !== 'census') &&
      (names.villages.length > 0 || one !== 'region') &&
      (one !== 'suggestion' || page.rows.some(({ suggestion }) => suggestion !== null)),
  )
  // In a view of the past a cell shows what was; a correction would change what is.
  const editing = mayWrite && today !== '' && search.on === undefined ? { cells, picked, onAct: act } : null

  return (
    <>
      {done ? <DoneNotice key={done.revision} done={done} onClose={() => setDone(null)} /> : null}
      {refusal ? (
        <p role="alert" className="notice notice-danger my-3">
          {refusal}
        </p>
      ) : null}
      {editing && phone ? (
        <Button
          onClick={() => {
            setPicking(!picking)
            picked.clear()
          }}
        >
          {t(picking ? 'bulk.stop' : 'bulk.start')}
        </Button>
      ) : null}
      {editing ? (
        <BulkBar picked={picked} total={page.total}>
          {offered.map((one) => (
            <Button key={one} onClick={() => setBulk(one)}>
              {t(`bulk.${one}`)}
            </Button>
          ))}
          {!picked.all && picked.count === 2 && first && second ? (
            <Link
              to="/pelaku/$id/gabung"
              params={{ id: first }}
              search={{ dengan: second }}
              className={buttonClass()}
            >
              {t('bulk.merge')}
            </Link>
          ) : null}
        </BulkBar>
      ) : null}
      {phone ? (
        <ActorPhoneRows rows={page.rows} label={caption} picked={editing && picking ? picked : null} />
      ) : (
        <ActorTable
          rows={page.rows}
          columns={columns}
          search={search}
          onSort={onSort}
          caption={caption}
          editing={editing}
        />
      )}
      <ActorDialogs opened={opened} today={today} onDone={setDone} onClose={() => setOpened(null)} />
      <Dialog
        open={bulk !== null}
        onClose={() => setBulk(null)}
        title={bulk ? t('bulk.title', { action: t(`bulk.${bulk}`), count: picked.count }) : ''}
        closeLabel={common('action.close')}
      >
        {bulk ? (
          <BulkActors
            act={bulk}
            selection={selection}
            today={today}
            nameOf={(id) => page.rows.find((row) => row.id === id)?.name ?? id}
            onDone={finish}
            onCancel={() => setBulk(null)}
          />
        ) : null}
      </Dialog>
    </>
  )
}
