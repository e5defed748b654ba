/* What must hold of the words of any chart: nothing touches, leaves the figure or is too small to read. */

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/trials.h"

enum { DRAWS = TRIALS(150), CASES_MOST = 96 };

struct label_case {
	char layout[24];
	struct plot_bounds bounds;
	char kind[24];
};

/* Every look with every set of bounds. The name of the kind is kept inside: cases cross processes. */
static struct label_case *cases_of(const struct plot_bounds *bounds, size_t count, size_t *cases)
{
	struct label_case *list = cr_malloc(sizeof(*list) * CASES_MOST);

	*cases = 0;
	for (size_t l = 0; l < LOOKS; l++)
		for (size_t i = 0; i < count; i++) {
			struct label_case *at = &list[(*cases)++];

			*at = (struct label_case){ .bounds = bounds[i] };
			snprintf(at->layout, sizeof(at->layout), "%s", look_names[l]);
			snprintf(at->kind, sizeof(at->kind), "%s", bounds[i].kind);
		}
	return list;
}

typedef const char *check(const struct look *look, const struct plot *plot, bool half);

static void check_draws(const struct label_case *at, check *fault)
{
	struct arena *arena = arena_new();
	struct look look = look_load(arena, at->layout);
	struct plot_bounds bounds = at->bounds;

	bounds.kind = at->kind;
	for (unsigned draw = 0; draw < 2 * DRAWS; draw++) {
		struct vectors_random random = { draw / 2 };
		struct plot *plot = plot_random(arena, &random, bounds);
		bool half = draw % 2 == 1;
		const char *words = fault(&look, plot, half);

		cr_assert_null(words, "%s, %s width, draw %u: %s\n%s", at->layout,
			       half ? "half" : "full", draw / 2, words, plot_describe(arena, plot));
	}
	look_free(&look);
}

/* -- apart, and inside ------------------------------------------------------------------------ */

static const char *touching_or_outside(const struct look *look, const struct plot *plot, bool half)
{
	struct scene *scene = plot_draw(look, plot, half);
	struct labels labels = labels_of(look, scene);
	const char *fault = labels_overlap(look, &labels);

	cr_assert_gt(labels.count, 0);
	return fault != NULL ? fault
			     : labels_outside(look, &labels,
					      (struct box){ 0, 0, scene->width, scene->height });
}

ParameterizedTestParameters(kind_labels, keep_apart_and_inside)
{
	static const struct plot_bounds bounds[] = {
		{ .kind = "dots", .negative = true },
		{ .kind = "dumbbell", .categories_most = 12 },
		{ .kind = "dumbbell", .categories_most = 12, .negative = true },
		{ .kind = "peers", .categories_most = 30, .negative = true },
		{ .kind = "pareto", .categories_most = 20 },
		{ .kind = "pyramid", .categories_most = 20, .label_most = 20 },
		{ .kind = "places", .categories_most = 30 },
		{ .kind = "stacked", .label_most = 20 },
		{ .kind = "waits", .label_most = 30 },
		{ .kind = "waits-cumulative",
		  .categories_least = 4,
		  .categories_most = 9,
		  .label_most = 20 },
		{ .kind = "heat-table", .label_most = 20 },
		{ .kind = "control" },
		{ .kind = "control", .negative = true },
		{ .kind = "funnel", .label_most = 25 },
		{ .kind = "concentration", .label_most = 20 },
		{ .kind = "dots", .categories_most = 20 },
		{ .kind = "bars", .categories_most = 6, .label_most = 20 },
		{ .kind = "bars", .categories_most = 20, .negative = true },
		{ .kind = "grouped-bars", .categories_most = 20 },
		{ .kind = "grouped-bars", .categories_most = 20, .negative = true },
		{ .kind = "trend" },
		{ .kind = "trend", .negative = true, .categories_most = 24, .label_most = 25 },
		{ .kind = "gradient" },
		{ .kind = "gradient", .negative = true },
	};
	size_t count;
	struct label_case *cases = cases_of(bounds, sizeof(bounds) / sizeof(bounds[0]), &count);

	return cr_make_param_array(struct label_case, cases, count, NULL);
}

ParameterizedTest(struct label_case *label_case, kind_labels, keep_apart_and_inside)
{
	check_draws(label_case, touching_or_outside);
}

/* -- large enough ----------------------------------------------------------------------------- */

static const char *too_small(const struct look *look, const struct plot *plot, bool half)
{
	struct labels labels = labels_of(look, plot_draw(look, plot, half));

	return labels_too_small(look, &labels);
}

ParameterizedTestParameters(kind_labels, are_never_under_9_points)
{
	static const struct plot_bounds bounds[] = {
		{ .kind = "bars", .negative = true },
		{ .kind = "dots", .negative = true },
		{ .kind = "grouped-bars" },
		{ .kind = "trend", .negative = true },
		{ .kind = "gradient" },
		{ .kind = "dumbbell" },
		{ .kind = "peers" },
		{ .kind = "pareto" },
		{ .kind = "pyramid" },
		{ .kind = "places" },
		{ .kind = "stacked" },
		{ .kind = "waits" },
		{ .kind = "waits-cumulative" },
		{ .kind = "heat-table" },
		{ .kind = "control" },
		{ .kind = "funnel" },
		{ .kind = "concentration" },
	};
	size_t count;
	struct label_case *cases = cases_of(bounds, sizeof(bounds) / sizeof(bounds[0]), &count);

	return cr_make_param_array(struct label_case, cases, count, NULL);
}

ParameterizedTest(struct label_case *label_case, kind_labels, are_never_under_9_points)
{
	check_draws(label_case, too_small);
}
