/** The five levels of how it felt to watch, from 1 to 5, as charts and tables name them. */
export const LEVELS = ['embarrassed', 'rather embarrassed', 'in between', 'rather proud', 'proud'] as const
