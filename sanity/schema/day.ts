/** A field for a day, which staff read and type as it is written in Britain; Content Lake keeps `YYYY-MM-DD`. */
export const day = {type: 'date', options: {dateFormat: 'DD/MM/YYYY'}} as const
