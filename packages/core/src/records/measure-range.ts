/**
 * The numbers that an indicator may have. Policies compute their changes exactly because this bounds
 * them, so records outside it are refused when they come in.
 */
export const measureRange: { readonly decimals: number; readonly max: number } = {
  decimals: 4,
  max: 1_000_000_000,
}
