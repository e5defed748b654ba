#include "indicator/measures/concentration.h"

#include "base/arena.h"
#include "indicator/explain.h"
#include "stats/gap.h"

/* False with the state when a group has no population. has_errors: limits have a meaning. */
static bool collect(const struct measure_input *input, struct concentration_group *groups,
		    struct value *state, bool *has_errors)
{
	*has_errors = true;
	for (size_t i = 0; i < input->count; i++) {
		const struct result *result = input->groups[i];
		struct gap_group group;

		if (!measure_people(result, &groups[i].population, state))
			return false;
		if (!measure_error(input, result, &group)) {
			*has_errors = false;
			group.error = 0;
		}
		groups[i].value = result->value.estimate;
		groups[i].error = group.error;
	}
	return true;
}

static void explain(const struct measure_input *input, const struct concentration_group *groups)
{
	struct explain_numbers n = { 0 };
	double before = 0, all = 0;

	for (size_t i = 0; i < input->count; i++)
		all += groups[i].population;
	measure_step(input, "group: value, standard error, population, relative rank");
	for (size_t i = 0; i < input->count; i++) {
		measure_step(
			input, "  %s: %s, %s, %s, %s", measure_group_label(input, input->groups[i]),
			explain_number(&n, groups[i].value), explain_number(&n, groups[i].error),
			explain_number(&n, groups[i].population),
			explain_number(&n, (before + groups[i].population / 2) / all));
		before += groups[i].population;
	}
}

static struct value refused(enum stats_outcome outcome)
{
	if (outcome == STATS_TOO_FEW_GROUPS)
		return value_without(VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS_FOR_SPREAD);
	if (outcome == STATS_ZERO_COMPARATOR)
		return value_without(VALUE_NOT_AVAILABLE, REASON_MEAN_IS_ZERO);
	/* There are no shares of figures below 0. */
	return value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

static void work_out(const struct measure_input *input, struct concentration_group *groups,
		     enum concentration_kind kind, struct breakdown_result *out)
{
	/* Positive where less deprived groups have more: the raw sign. */
	double sign = input->choice->raw || input->turned ? 1 : -1;
	const struct interval percent = { 0, input->indicator->multiplier };
	struct concentration_index index;
	struct explain_numbers n = { 0 };
	enum stats_outcome outcome;
	bool has_errors;
	size_t group;

	if (!collect(input, groups, &out->value, &has_errors))
		return;
	outcome = concentration_index(groups, input->count, kind, &percent, input->confidence,
				      &index, &group);
	if (outcome != STATS_OK) {
		out->value = refused(outcome);
		return;
	}
	explain(input, groups);
	out->value = measure_value(out->value, &index.estimate, sign);
	measure_step(input,
		     "index by relative rank, positive where the less deprived have more: %s, "
		     "standard error %s",
		     explain_number(&n, index.estimate.value), explain_number(&n, index.error));
	if (sign < 0)
		measure_step(input, "turned, to be positive where the more deprived are worse off "
				    "or have more");
	out->value.limits.known = has_errors;
}

void concentration_measure(const struct measure_input *input, enum concentration_kind kind,
			   struct breakdown_result *out)
{
	bool bounded = kind == CONCENTRATION_ERREYGERS || kind == CONCENTRATION_WAGSTAFF;
	struct arena *scratch = arena_new();

	out->value = measure_state(input->groups, input->count);
	if (!input->method->compares || (bounded && !indicator_is_percentage(input->indicator)))
		out->value = value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	if (value_is_shown(&out->value))
		work_out(input,
			 arena_array(scratch, input->count, sizeof(struct concentration_group)),
			 kind, out);
	arena_free(scratch);
}
