import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'
import { typeOf, useFieldOptions } from './use-field-options.ts'
import { ValueInput } from './ValueInput.tsx'

interface ConstantsProps {
  kind: SheetKind
  one: Import
  writes: ImportWrites
}

/** Fields that no column says, and that are alike in all rows. */
export function Constants({ kind, one, writes }: ConstantsProps) {
  const t = useTranslations('imports')
  const options = useFieldOptions()
  const valueId = useId()
  const [adding, setAdding] = useState<{ field: FieldId | null; value: string } | null>(null)
  const said = Object.keys(one.constants)
  const free = fieldsOf(kind).filter(
    ({ id }) => id !== 'id' && !said.includes(id) && !one.columns.some(({ field }) => field === id),
  )
  const put = (constants: Import['constants']) => writes.write({ type: 'mapping', mapping: { constants } })
  const word = (field: FieldId, value: string) =>
    options(typeOf(kind, field))?.find((option) => option.value === value)?.label ?? value

  const add = async () => {
    if (!adding?.field || adding.value.trim() === '') return
    const outcome = await put({ ...one.constants, [adding.field]: adding.value.trim() })
    if (outcome.type === 'written') setAdding(null)
  }
  const remove = (field: FieldId) =>
    put(Object.fromEntries(Object.entries(one.constants).filter(([id]) => id !== field)))

  return (
    <section className="section max-w-[46rem]">
      <h2 className="section-title">{t('columns.constants')}</h2>
      <p className="caption">{t('columns.constantsHint')}</p>
      <ul className="list-rows mt-1">
        {fieldsOf(kind).flatMap(({ id }) => {
          const value = one.constants[id]
          return value === undefined
            ? []
            : [
                <li key={id} className="flex items-center gap-3">
                  <span className="flex-1">
                    <span className="text-ink-3">{t(`field.${id}`)}: </span>
                    <b>{word(id, value)}</b>
                  </span>
                  <IconButton
                    label={t('columns.constantRemove', { field: t(`field.${id}`) })}
                    icon={<X size={16} strokeWidth={1.75} aria-hidden />}
                    onClick={() => void remove(id)}
                  />
                </li>,
              ]
        })}
      </ul>
      {adding ? (
        <form
          className="filter-row pt-2"
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <label className="filter">
            <span>{t('columns.constantField')}</span>
            <select
              className="input"
              // biome-ignore lint/a11y/noAutofocus: it was asked for by the button that it replaces
              autoFocus
              value={adding.field ?? ''}
              onChange={(event) =>
                setAdding({ field: free.find(({ id }) => id === event.target.value)?.id ?? null, value: '' })
              }
            >
              <option value="">{t('columns.choose')}</option>
              {free.map(({ id, required }) => (
                <option key={id} value={id}>
                  {t(`field.${id}`)}
                  {required ? ` (${t('columns.required')})` : ''}
                </option>
              ))}
            </select>
          </label>
          {adding.field ? (
            <label className="filter" htmlFor={valueId}>
              <span>{t('columns.constantOf', { field: t(`field.${adding.field}`) })}</span>
              <ValueInput
                id={valueId}
                type={typeOf(kind, adding.field)}
                value={adding.value}
                onChange={(value) => setAdding({ ...adding, value })}
              />
            </label>
          ) : null}
          <div className="flex gap-2">
            <Button type="submit">{t('columns.apply')}</Button>
            <Button look="text" onClick={() => setAdding(null)}>
              {t('cell.cancel')}
            </Button>
          </div>
        </form>
      ) : free.length > 0 ? (
        <Button className="mt-2" onClick={() => setAdding({ field: null, value: '' })}>
          {t('columns.constantAdd')}
        </Button>
      ) : null}
    </section>
  )
}
