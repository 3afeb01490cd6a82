import { useTranslations } from 'use-intl'

/** Beside the table, while nobody is chosen: what its keys do. */
export function ListKeys() {
  const t = useTranslations('explorer.list.keys')
  return (
    <section className="how-to-read" aria-labelledby="list-keys">
      <h2 className="panel-title" id="list-keys">
        {t('title')}
      </h2>
      <p className="caption">{t('explain')}</p>
      <dl className="list-keys">
        {(['move', 'choose', 'pick', 'focus', 'back'] as const).map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`${key}.keys`)}</kbd>
            </dt>
            <dd>{t(`${key}.does`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
