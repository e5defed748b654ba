/*
 * inequality.c - measures of inequality between groups, with and without an order.
 */
#include "vectors/files/inequality.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "vectors/vectors.h"

static const double point_share = 1e-9, point_floor = 1e-6, limit_floor = 1e-4;

static const struct inequality_measure *find_in(const struct inequality_measure *table,
						const char *name)
{
	for (; table->name != NULL; table++)
		if (strcmp(table->name, name) == 0)
			return table;
	return NULL;
}

static const struct inequality_measure *find(const char *name)
{
	const struct inequality_measure *found = find_in(inequality_unordered, name);

	return found != NULL ? found : find_in(inequality_ordered, name);
}

static bool is_ordered(const struct vectors *inputs, const size_t *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (vectors_missing(inputs, rows[i], "subgroup_order"))
			return false;
	return true;
}

static struct inequality_case read_case(const struct vectors *inputs, const size_t *rows,
					size_t count)
{
	struct arena *arena = vectors_arena(inputs);
	struct between_group *groups = arena_array(arena, count, sizeof(*groups));
	struct inequality_case inequality = {
		.arena = arena,
		.groups = groups,
		.count = count,
		.ordered = is_ordered(inputs, rows, count),
		.all_equal = true,
		.reference = SIZE_MAX,
		.scale = vectors_number_or(inputs, rows[0], "scaleval", 1),
	};

	inequality.favourable = vectors_number_or(inputs, rows[0], "favourable", 0) > 0
					? FAVOURABLE_HIGH
					: FAVOURABLE_LOW;
	if (inequality.ordered)
		rows = vectors_order(inputs, rows, count, "subgroup_order");
	for (size_t i = 0; i < count; i++) {
		groups[i] = (struct between_group){
			.value = vectors_number_or(inputs, rows[i], "est", NAN),
			.error = vectors_number_or(inputs, rows[i], "se", NAN),
			.population = vectors_number_or(inputs, rows[i], "pop", NAN),
		};
		if (groups[i].value != groups[0].value)
			inequality.all_equal = false;
		if (vectors_number_or(inputs, rows[i], "reference", 0) > 0 &&
		    inequality.reference == SIZE_MAX)
			inequality.reference = i;
	}
	return inequality;
}

/* A figure that is undefined may be missing or infinite, as a division by 0 left it. */
static void compare_cell(struct vectors *expected, size_t row, const char *column, bool known,
			 double got, bool undefined, struct vectors_tolerance tolerance)
{
	double want;

	if (!known && undefined && vectors_number(expected, row, column, &want) && isinf(want))
		vectors_compare(expected, row, column, true, want, tolerance);
	else
		vectors_compare(expected, row, column, known, got, tolerance);
}

static void compare_answer(struct vectors *expected, size_t row,
			   const struct inequality_measure *measure,
			   const struct inequality_case *inequality,
			   const struct inequality_answer *answer)
{
	/* Where the true figure is 0 the file holds the rounding noise of values of that size. */
	double noise =
		inequality->all_equal ? fmax(0.01, fabs(inequality->groups[0].value) / 1000) : 0;
	struct vectors_tolerance point = { point_share, fmax(point_floor, noise), 0, 0 };
	struct vectors_tolerance spread = { measure->share > 0 ? measure->share : point_share,
					    fmax(limit_floor, noise), 0, 0 };
	struct vectors_tolerance lower = spread, upper = spread;
	bool undefined = answer->outcome != STATS_OK;

	/* It can be 0 also by balance of values that are not equal. */
	if (answer->has_error)
		point.rounding = vectors_noise(answer->error);
	/* Of a bootstrap; its 10,000 draws are those of the tolerances. */
	lower.absolute = vectors_number_or(expected, row, "tol_lower_10k", 0);
	upper.absolute = vectors_number_or(expected, row, "tol_upper_10k", 0);
	compare_cell(expected, row, "estimate", answer->has_estimate, answer->estimate, undefined,
		     point);
	/* Errors divided by no variation: infinite, or huge by noise. */
	if (answer->outcome == STATS_NO_VARIATION)
		return;
	compare_cell(expected, row, "se", answer->has_error, answer->error, undefined, spread);
	compare_cell(expected, row, "lower95", answer->has_limits, answer->limits.lower, undefined,
		     lower);
	compare_cell(expected, row, "upper95", answer->has_limits, answer->limits.upper, undefined,
		     upper);
}

/*
 * The status is that of other software, which refuses more than there is reason to; the figures beside
 * it are there all the same. In print too few groups are refused here as well.
 */
static void compare_status(struct vectors *expected, size_t row,
			   const struct inequality_measure *measure,
			   const struct inequality_case *inequality)
{
	if (!vectors_is(expected, row, "status", "ok") && inequality->count < measure->least)
		vectors_compare_kind(expected, row, vectors_kind(STATS_TOO_FEW_GROUPS));
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		const char *name = vectors_text(expected, row, "measure");
		const struct inequality_measure *measure = find(name);
		struct inequality_answer answer = { .outcome = STATS_OK };
		struct inequality_case inequality;
		const size_t *rows;
		size_t count;

		if (measure == NULL) {
			vectors_fault(expected, row, "measure", "no such measure: %s", name);
			continue;
		}
		count = vectors_case(expected, row, "case", inputs, &rows);
		if (count == 0)
			continue;
		inequality = read_case(inputs, rows, count);
		measure->work_out(&inequality, &answer);
		compare_answer(expected, row, measure, &inequality, &answer);
		compare_status(expected, row, measure, &inequality);
	}
}

const struct vector_file vectors_inequality = {
	.columns = { .texts = (const char *const[]){ "case", "measure", "status", NULL },
		     .numbers =
			     (const char *const[]){ "estimate", "se", "lower95", "upper95", NULL },
		     .optional = (const char *const[]){ "tol_lower_10k", "tol_upper_10k", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", NULL },
		    .numbers =
			    (const char *const[]){ "est", "se", "pop", "subgroup_order",
						   "favourable", "reference", "scaleval", NULL } },
	.compare = compare,
};
