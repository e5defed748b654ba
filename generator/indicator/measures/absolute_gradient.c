/*
 * absolute_gradient.c - a straight line through the groups by least squares, its error from how far they lie
 * off the line.
 */
#include "base/arena.h"
#include "indicator/explain.h"
#include "indicator/measure_method.h"
#include "stats/least_squares.h"
#include "stats/normal.h"

/* Groups as points on their relative ranks; false with the state when one has no population. */
static bool collect(const struct measure_input *input, struct least_squares_point *points,
		    struct value *state)
{
	double before = 0, all = 0;

	for (size_t i = 0; i < input->count; i++) {
		if (!measure_people(input->groups[i], &points[i].weight, state))
			return false;
		all += points[i].weight;
	}
	for (size_t i = 0; i < input->count; i++) {
		double people = points[i].weight;

		points[i] =
			(struct least_squares_point){ (before + people / 2) / all,
						      input->groups[i]->value.estimate, people };
		before += people;
	}
	return true;
}

static void work_out(const struct measure_input *input, struct least_squares_point *points,
		     struct breakdown_result *out)
{
	double sign = input->choice->raw || input->turned ? 1 : -1;
	struct explain_numbers n = { 0 };
	struct least_squares_line line;
	struct estimate slope = { 0 };
	size_t point;

	if (!collect(input, points, &out->value))
		return;
	if (least_squares(points, input->count, &line, &point) != STATS_OK) {
		out->value = value_without(VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS_FOR_SPREAD);
		return;
	}
	/* Of a line there always is one. */
	least_squares_slope(&line, normal_deviate(input->confidence), &slope);
	measure_step(input, "group: relative rank, value, population");
	for (size_t i = 0; i < input->count; i++)
		measure_step(
			input, "  %s: %s, %s, %s", measure_group_label(input, input->groups[i]),
			explain_number(&n, points[i].rank), explain_number(&n, points[i].value),
			explain_number(&n, points[i].weight));
	measure_step(input, "line: %s + %s rank, standard error of the slope %s",
		     explain_number(&n, line.intercept), explain_number(&n, line.slope),
		     explain_number(&n, line.slope_error));
	out->value = measure_value(out->value, &slope, sign);
	out->fitted_most = line.intercept;
	out->fitted_least = line.intercept + line.slope;
}

static void compute(const struct measure_input *input, struct breakdown_result *out)
{
	struct arena *scratch = arena_new();

	out->value = input->method->compares
			     ? measure_state(input->groups, input->count)
			     : value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	if (value_is_shown(&out->value))
		work_out(input,
			 arena_array(scratch, input->count, sizeof(struct least_squares_point)),
			 out);
	arena_free(scratch);
}

const struct measure_method measure_ABSOLUTE_GRADIENT = {
	.source = "Draper and Smith (1998), Applied regression analysis, 3rd edition, chapter 9",
	.needs_order = true,
	.compute = compute,
};
