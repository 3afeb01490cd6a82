import { useTranslations } from 'use-intl'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import type { Import } from '#shared/contract/imports.ts'
import { useChosen } from './use-chosen.ts'

const HEIGHTS = [1, 2, 3, 4] as const
const CELLS_SHOWN = 8

/** In which row the titles of the columns are, chosen among the first lines of the sheet. */
export function HeaderChoice({ one, writes }: { one: Import; writes: ImportWrites }) {
  const t = useTranslations('imports.columns')
  const [headerRow, choose] = useChosen(one.headerRow, (next) =>
    writes.write({ type: 'mapping', mapping: next === null ? {} : { headerRow: next } }),
  )
  const [headerRows, chooseHeight] = useChosen(one.headerRows, (next) =>
    writes.write({ type: 'mapping', mapping: { headerRows: next } }),
  )
  const lines = one.head
  return (
    <details className="fold" open={one.headerRow === null}>
      <summary className="fold-summary">
        {one.headerRow === null ? t('headerPick') : `${t('header')} ${one.headerRow}`}
      </summary>
      <div className="grid gap-3 pt-1 pb-2">
        <p className="caption">{one.headerRow === null ? t('headerNone') : t('headerPickHint')}</p>
        {lines.length > 0 ? (
          <div className="table-scroll">
            <table className="data-table head-lines">
              <thead className="visually-hidden">
                <tr>
                  <th scope="col">{t('line')}</th>
                  <th scope="col" colSpan={CELLS_SHOWN}>
                    {t('samples')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ row, cells }) => (
                  <tr key={row} data-header={isHeader(one, row) || undefined}>
                    <th scope="row">
                      <label className="head-line">
                        <input
                          type="radio"
                          name="baris-judul"
                          checked={headerRow === row}
                          aria-label={t('headerLine', { row: String(row) })}
                          onChange={() => choose(row)}
                        />
                        {row}
                      </label>
                    </th>
                    {cells.slice(0, CELLS_SHOWN).map((text, place) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: cells are their place
                      <td key={place}>
                        <span className="head-cell">{text}</span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        <label className="filter header-height">
          <span>{t('headerRows')}</span>
          <select
            className="input"
            value={headerRows}
            onChange={(event) => chooseHeight(Number(event.target.value))}
          >
            {HEIGHTS.map((height) => (
              <option key={height} value={height}>
                {t('headerRowsOf', { count: height })}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  )
}

const isHeader = ({ headerRow, headerRows }: Import, row: number) =>
  headerRow !== null && row >= headerRow && row < headerRow + headerRows
