type Counts = {members: number; joining: number; left: number}

/** What stands above the list of schools: all that the list holds, told apart as it is there. */
export function schoolsInWords({members, joining, left}: Counts): string {
  const all = members + joining + left
  const choose = all === 0 ? '' : `Choose ${all === 1 ? 'it' : 'one'} to read about it and to get in touch.`
  return [membersInWords(members), othersInWords(joining, left), choose]
    .filter((part) => part !== '')
    .join(' ')
}

function membersInWords(count: number): string {
  if (count === 0) return 'No school is in our Trust yet.'
  return count === 1 ? 'There is one school in our Trust.' : `There are ${count} schools in our Trust.`
}

/** "One more is joining, and 2 have left." */
function othersInWords(joining: number, left: number): string {
  const parts = [
    joining === 0 ? '' : joining === 1 ? 'one more is joining' : `${joining} more are joining`,
    left === 0 ? '' : left === 1 ? 'one has left' : `${left} have left`,
  ].filter((part) => part !== '')
  const words = parts.join(', and ')
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** "3 schools found" */
export function foundInWords(count: number): string {
  if (count === 0) return 'No school found'
  return count === 1 ? '1 school found' : `${count} schools found`
}
