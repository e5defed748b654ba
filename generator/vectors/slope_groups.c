#include "vectors/slope_groups.h"

#include <math.h>

#include "base/arena.h"

const struct vectors_columns slope_group_columns = {
	.texts = (const char *const[]){ "case", NULL },
	.numbers = (const char *const[]){ "quantile", "pop", "value", "lower", "upper",
					  "value_type", "transform", "multiplier", NULL },
};

struct slope_group *slope_groups(const struct vectors *inputs, const size_t *rows, size_t count)
{
	struct slope_group *groups = arena_array(vectors_arena(inputs), count, sizeof(*groups));
	const size_t *ordered = vectors_order(inputs, rows, count, "quantile");

	for (size_t i = 0; i < count; i++)
		groups[i] = (struct slope_group){
			.estimate.value = vectors_number_or(inputs, ordered[i], "value", nan("")),
			.estimate.limits.lower =
				vectors_number_or(inputs, ordered[i], "lower", nan("")),
			.estimate.limits.upper =
				vectors_number_or(inputs, ordered[i], "upper", nan("")),
			.population = vectors_number_or(inputs, ordered[i], "pop", nan("")),
		};
	return groups;
}

enum slope_model slope_model_of(const struct vectors *vectors, size_t row)
{
	double type = vectors_number_or(vectors, row, "value_type", 0);
	bool transform = vectors_number_or(vectors, row, "transform", 0) != 0;

	if (type == 1)
		return transform ? SLOPE_LOG_RATE : SLOPE_LINEAR_RATE;
	if (type == 2)
		return transform ? SLOPE_LOGIT_PROPORTION : SLOPE_LINEAR_PROPORTION;
	return SLOPE_LINEAR;
}
