import type {DatasetRegistry} from '../../datasets.ts'
import type {Route} from '../router.ts'

export function historyRoutes(_datasets: DatasetRegistry): Route[] {
  return []
}
