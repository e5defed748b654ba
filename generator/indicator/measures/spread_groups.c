#include "indicator/measures/spread_groups.h"

#include "base/arena.h"
#include "indicator/explain.h"
#include "stats/gap.h"

/* More groups without a figure than one in this many leave no measure. */
static const double missing_most = 0.15;

void spread_add_state(struct spread_groups *spread, const struct value *figure)
{
	spread->state.coarse = spread->state.coarse || figure->coarse;
	if (figure->state != VALUE_UNRELIABLE)
		return;
	spread->state.state = VALUE_UNRELIABLE;
	spread->state.reason = figure->reason;
}

/* Groups with a figure, in front; the state when too many have none. */
static size_t collect(const struct measure_input *input, struct spread_groups *spread)
{
	struct value hidden = { .state = VALUE_SHOWN };
	size_t count = 0;

	for (size_t i = 0; i < input->count; i++) {
		const struct result *const *group = &input->groups[i];
		struct value state = measure_state(group, 1);

		if (value_is_shown(&state)) {
			spread->results[count++] = *group;
			spread_add_state(spread, &state);
		} else if (hidden.state != VALUE_SUPPRESSED) {
			hidden = state;
		}
	}
	if ((double)(input->count - count) > missing_most * (double)input->count) {
		spread->state = hidden;
		return 0;
	}
	if (count < input->count) {
		spread->state.state = VALUE_UNRELIABLE;
		spread->state.reason = REASON_GROUPS_LEFT_OUT;
	}
	return count;
}

/* False with the state when a group has no population. */
static bool fill(const struct measure_input *input, struct spread_groups *spread,
		 struct between_group *groups, size_t count)
{
	spread->has_errors = true;
	for (size_t i = 0; i < count; i++) {
		const struct result *result = spread->results[i];
		struct gap_group group;

		if (!measure_people(result, &groups[i].population, &spread->state))
			return false;
		if (!measure_error(input, result, &group)) {
			spread->has_errors = false;
			group.error = 0;
		}
		groups[i].value = result->value.estimate;
		groups[i].error = group.error;
	}
	return true;
}

struct spread_groups spread_open(const struct measure_input *input)
{
	struct spread_groups spread = { .arena = arena_new(), .state = { .state = VALUE_SHOWN } };
	struct between_group *groups = arena_array(spread.arena, input->count + 1, sizeof(*groups));
	size_t count, group;
	enum stats_outcome outcome;

	spread.results = arena_array(spread.arena, input->count + 1, sizeof(*spread.results));
	if (!input->method->compares) {
		spread.state = value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
		return spread;
	}
	count = collect(input, &spread);
	if (!value_is_shown(&spread.state) || !fill(input, &spread, groups, count))
		return spread;
	outcome = between_groups(groups, count, BETWEEN_GROUPS_LEAST, &spread.groups, &group);
	if (outcome != STATS_OK)
		spread.state = spread_refused(outcome);
	return spread;
}

void spread_close(struct spread_groups *spread)
{
	arena_free(spread->arena);
}

size_t spread_find(const struct measure_input *input, struct spread_groups *spread, int group)
{
	for (size_t i = 0; i < spread->groups.count; i++)
		if (spread->results[i]->key.group == group)
			return i;
	spread->state = value_without(VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
	for (size_t i = 0; i < input->count; i++)
		if (input->groups[i] != NULL && input->groups[i]->key.group == group)
			spread->state = measure_state(&input->groups[i], 1);
	return spread->groups.count;
}

size_t spread_best(const struct spread_groups *spread, enum polarity polarity)
{
	const struct between_group *groups = spread->groups.groups;
	size_t best = 0;

	for (size_t i = 1; i < spread->groups.count; i++) {
		double gain = (polarity == POLARITY_HIGH_GOOD ? 1 : -1) *
			      (groups[i].value - groups[best].value);

		if (gain > 0 || (gain == 0 && groups[i].population > groups[best].population))
			best = i;
	}
	return best;
}

struct value spread_refused(enum stats_outcome outcome)
{
	if (outcome == STATS_TOO_FEW_GROUPS)
		return value_without(VALUE_NOT_AVAILABLE, REASON_FEW_GROUPS_FOR_SPREAD);
	if (outcome == STATS_ZERO_COMPARATOR)
		return value_without(VALUE_NOT_AVAILABLE, REASON_MEAN_IS_ZERO);
	return value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
}

void spread_set(const struct spread_groups *spread, enum stats_outcome outcome,
		const struct between_estimate *found, struct breakdown_result *out)
{
	const struct estimate estimate = { found->value, found->limits };

	out->value = spread->state;
	if (!value_is_shown(&spread->state))
		return;
	if (outcome == STATS_OK)
		out->value = measure_value(spread->state, &estimate, 1);
	else if (outcome != STATS_NO_VARIATION)
		out->value = spread_refused(outcome);
	/* Equal groups: the measure is 0, and there is nothing to tell how sure that is. */
	if (outcome == STATS_NO_VARIATION || found->error == 0 || !spread->has_errors)
		out->value.limits.known = false;
}

void spread_not_below_zero(struct value *value)
{
	if (value->limits.known && value->limits.lower < 0)
		value->limits.lower = 0;
}

void spread_explain(const struct measure_input *input, const struct spread_groups *spread)
{
	struct explain_numbers n = { 0 };

	if (input->steps == NULL)
		return;
	measure_step(input, "group: value, standard error, population");
	for (size_t i = 0; i < spread->groups.count; i++) {
		const struct between_group *group = &spread->groups.groups[i];

		measure_step(input, "  %s: %s, %s, %s",
			     measure_group_label(input, spread->results[i]),
			     explain_number(&n, group->value), explain_number(&n, group->error),
			     explain_number(&n, group->population));
	}
	measure_step(input, "mean, weighted by population: %s",
		     explain_number(&n, spread->groups.mean));
}
