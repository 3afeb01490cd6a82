import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { TaskList } from '#client/features/tasks/TaskList.tsx'
import { readTaskSearch } from '#client/features/tasks/task-search.ts'
import { DeviceTasks } from './DeviceTasks.tsx'
import { RegisterPage } from './RegisterPage.tsx'
import { TaskWords } from './TaskWords.tsx'

export function TasksPage() {
  const raw = useSearch({ from: '/tugas' })
  const search = useMemo(() => readTaskSearch({ ...raw }), [raw])
  const navigate = useNavigate({ from: '/tugas' })
  return (
    <RegisterPage action="tasks.read">
      <TaskWords waiting={null}>
        <TaskList
          search={search}
          onSearch={({ jenis, untuk, mode, page }) =>
            void navigate({ search: (before) => ({ ...before, jenis, untuk, mode, page }) })
          }
        >
          <DeviceTasks />
        </TaskList>
      </TaskWords>
    </RegisterPage>
  )
}
