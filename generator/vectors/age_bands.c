#include "vectors/age_bands.h"

#include "base/arena.h"

const struct vectors_columns age_band_columns = {
	.texts = (const char *const[]){ "case", NULL },
	.numbers = (const char *const[]){ "x", "n", "stdpop", NULL },
};

enum stats_outcome age_band_sums(const struct vectors *inputs, const size_t *rows, size_t count,
				 struct standardised_sums *out)
{
	struct age_band *bands = arena_array(vectors_arena(inputs), count, sizeof(*bands));
	size_t band;

	for (size_t i = 0; i < count; i++)
		bands[i] = (struct age_band){
			.events = vectors_number_or(inputs, rows[i], "x", 0),
			.population = vectors_number_or(inputs, rows[i], "n", -1),
			.standard = vectors_number_or(inputs, rows[i], "stdpop", -1),
		};
	return standardise(bands, count, out, &band);
}
