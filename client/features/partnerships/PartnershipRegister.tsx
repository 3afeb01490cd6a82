import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { BulkAsk } from '#client/api/bulk.ts'
import { useMay } from '#client/api/session.ts'
import { BulkBar } from '#client/network/BulkBar.tsx'
import { type Done, DoneNotice } from '#client/network/DoneNotice.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { type PickedRows, usePickedRows } from '#client/ui/use-picked-rows.ts'
import type { BulkOutcome } from '#shared/contract/bulk.ts'
import type { PartnershipPage, PartnershipRow } from '#shared/contract/partnerships.ts'
import { BulkPartnerships, PARTNERSHIP_BULKS, type PartnershipBulkAct } from './BulkPartnerships.tsx'
import { type OpenedRow, PartnershipDialogs } from './PartnershipDialogs.tsx'
import { PartnershipTable } from './PartnershipTable.tsx'
import type { PartnershipAction } from './partnership-actions.ts'
import type { ShownColumn } from './partnership-columns.ts'
import { filtersOf, type PartnershipSearch, type PartnershipSort } from './partnership-search.ts'
import { usePartnershipLine, usePartnershipTitle } from './partnership-words.ts'
import { usePartnershipCells } from './use-partnership-cells.ts'

interface PartnershipRegisterProps {
  page: PartnershipPage
  search: PartnershipSearch
  columns: readonly ShownColumn[]
  onSort: (sort: PartnershipSort) => void
  caption: string
  phone: boolean
}

/** The rows of the register with what can be done to them: one by one in their place, or many at once. */
export function PartnershipRegister(props: PartnershipRegisterProps) {
  const { page, search, columns, onSort, caption, phone } = props
  const t = useTranslations('register')
  const words = useTranslations('partnerships.done')
  const common = useTranslations('common')
  const format = useFormat()
  const titleOf = usePartnershipTitle()
  const mayWrite = useMay('partnerships.write')
  const today = useNames().reference?.city.today ?? ''
  const [done, setDone] = useState<Done | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [opened, setOpened] = useState<OpenedRow | null>(null)
  const [bulk, setBulk] = useState<PartnershipBulkAct | null>(null)
  const [picking, setPicking] = useState(false)
  const filters = filtersOf(search)
  const picked = usePickedRows(page.total, JSON.stringify(filters))
  const cells = usePartnershipCells(setDone)
  const selection: BulkAsk<'partnerships'>['selection'] = picked.all
    ? { matching: filters }
    : { ids: [...picked.ids] }

  const act = async (action: PartnershipAction, row: PartnershipRow) => {
    setRefusal(null)
    if (action !== 'confirm') return setOpened({ row, action })
    const text = `${titleOf(row)}: ${words('confirm', { date: format.date(today) })}`
    const answer = await cells.send(row, { mode: 'confirm', on: today }, text)
    if (answer.type === 'refused') setRefusal(answer.message)
  }
  const finish = (outcome: BulkOutcome) => {
    setBulk(null)
    picked.clear()
    setPicking(false)
    setDone({ revision: outcome.revision, text: t('bulk.done', { count: outcome.changes }) })
  }
  // In a view of the past a cell shows what was; a correction would change what is.
  const editing =
    mayWrite && today !== '' && search.on === undefined
      ? {
          cells,
          picked,
          today,
          onAct: (action: PartnershipAction, row: PartnershipRow) => void act(action, row),
        }
      : null
  const nameOf = (id: string) => {
    const row = page.rows.find((one) => one.id === id)
    return row ? titleOf(row) : id
  }

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
          {PARTNERSHIP_BULKS.map((one) => (
            <Button key={one} onClick={() => setBulk(one)}>
              {t(`bulk.${one}`)}
            </Button>
          ))}
        </BulkBar>
      ) : null}
      {phone ? (
        <PhoneRows rows={page.rows} label={caption} picked={editing && picking ? picked : null} />
      ) : (
        <PartnershipTable
          rows={page.rows}
          columns={columns}
          search={search}
          onSort={onSort}
          caption={caption}
          editing={editing}
        />
      )}
      <PartnershipDialogs opened={opened} today={today} onDone={setDone} onClose={() => setOpened(null)} />
      <Dialog
        open={bulk !== null}
        onClose={() => setBulk(null)}
        title={bulk ? t('bulk.title', { action: t(`bulk.${bulk}`), count: picked.count }) : ''}
        closeLabel={common('action.close')}
      >
        {bulk ? (
          <BulkPartnerships
            act={bulk}
            selection={selection}
            today={today}
            nameOf={nameOf}
            onDone={finish}
            onCancel={() => setBulk(null)}
          />
        ) : null}
      </Dialog>
    </>
  )
}

interface PhoneRowsProps {
  rows: readonly PartnershipRow[]
  label: string
  /** While rows are picked, a tap picks instead of opening. */
  picked: PickedRows | null
}

function PhoneRows({ rows, label, picked }: PhoneRowsProps) {
  const titleOf = usePartnershipTitle()
  const lineOf = usePartnershipLine()
  return (
    <ul className="list-rows" aria-label={label}>
      {rows.map((row) => {
        const words = (
          <>
            <span className="block font-semibold">{titleOf(row)}</span>
            <span className="caption block">{lineOf(row)}</span>
          </>
        )
        return (
          <li key={row.id}>
            {picked ? (
              <label className="flex min-h-11 items-start gap-3 py-2.5">
                <input
                  type="checkbox"
                  className="mt-0.5 size-5 flex-none accent-grape"
                  checked={picked.has(row.id)}
                  onChange={() => picked.toggle(row.id)}
                />
                <span className="min-w-0">{words}</span>
              </label>
            ) : (
              <Link to="/kerja-sama/$id" params={{ id: row.id }}>
                {words}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
