/*
 * standard_parts.h - what directly standardised rates have in common, of single and of repeated events.
 *
 * Bands are joined with the standard population by their ages. A band of the data may be made up of several
 * of the standard: it has their weights together. A standard may be cut into bands in several ways; the one is
 * used that fits every band of the data.
 */
#ifndef GRADIENT_INDICATOR_METHODS_STANDARD_PARTS_H
#define GRADIENT_INDICATOR_METHODS_STANDARD_PARTS_H

#include "indicator/method.h"
#include "stats/standardise.h"

struct arena;
struct buffer;

/* repeated: events of one person are counted together in the variance; the data must tell how many each had. */
void standard_compute(const struct method_input *input, struct result *result, bool repeated);

/*
 * True when a shown rate, printed with so many decimals beside its events, gives away the few events of an age
 * band. Asked of rates of a few bands alone: with many there are far more unknowns than equations.
 */
bool standard_exposes(const struct method_input *input, const struct result *result,
		      unsigned decimals, bool repeated);

void standard_explain(const struct method_input *input, const struct result *result, bool repeated,
		      struct buffer *out);

/* The age bands of a cell with their weights, in the arena; 0 when there can be no rate. */
size_t standard_bands(struct arena *arena, const struct method_input *input,
		      struct age_band **bands);

#endif
