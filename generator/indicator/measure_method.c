#include "indicator/measure_method.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "indicator/explain.h"
#include "stats/gap.h"

#define RECORD_GROUP(symbol)
#define RECORD_PAIR(symbol) extern const struct measure_method measure_##symbol;
#define RECORD_DIMENSION(symbol) extern const struct measure_method measure_##symbol;
#define RECORD_SERIES(symbol) extern const struct measure_method measure_##symbol;
#define MEASURE(symbol, name, scope, unit, parameters, summary) RECORD_##scope(symbol)
#include "model/measures.def"
#undef MEASURE

#define PLACE_GROUP(symbol) NULL
#define PLACE_PAIR(symbol) &measure_##symbol
#define PLACE_DIMENSION(symbol) &measure_##symbol
#define PLACE_SERIES(symbol) &measure_##symbol

static const struct measure_method *const all[] = {
#define MEASURE(symbol, name, scope, unit, parameters, summary)                                    \
	[MEASURE_##symbol] = PLACE_##scope(symbol),
#include "model/measures.def"
#undef MEASURE
};

const struct measure_method *measure_method(enum measure measure)
{
	return all[measure];
}

bool measure_needs_order(enum measure measure)
{
	return all[measure] != NULL && all[measure]->needs_order;
}

/* True for measures that are the same number on either side when all groups are alike. */
static bool tells_equality(const struct measure_kind *kind)
{
	return kind->scope == MEASURE_SCOPE_PAIR || (kind->parameters & TAKES_SIGN) ||
	       kind == measure_kind(MEASURE_PAR) || kind == measure_kind(MEASURE_PAF);
}

/* True when a figure above that of equality says that the most deprived have less. */
static bool is_of_less(const struct indicator *indicator, const struct measure_choice *choice,
		       bool of_group)
{
	const struct measure_kind *kind = measure_kind(choice->measure);
	bool turned = indicator->polarity == POLARITY_HIGH_GOOD && !choice->raw;

	if (!(kind->parameters & TAKES_SIGN))
		return false;
	return kind->scope == MEASURE_SCOPE_PAIR ? turned && !of_group : turned || choice->raw;
}

enum comparison measure_verdict(const struct indicator *indicator,
				const struct measure_choice *choice, bool of_group,
				const struct value *value)
{
	const struct measure_kind *kind = measure_kind(choice->measure);
	double equal = kind->unit == MEASURE_UNIT_RATIO ? 1 : 0;
	bool less = is_of_less(indicator, choice, of_group);

	if (!tells_equality(kind) || value->state != VALUE_SHOWN || !value->limits.known)
		return COMPARISON_NONE;
	if (value->limits.lower > equal)
		return less ? COMPARISON_LOWER : COMPARISON_HIGHER;
	if (value->limits.upper < equal)
		return less ? COMPARISON_HIGHER : COMPARISON_LOWER;
	return COMPARISON_SIMILAR;
}

struct value measure_state(const struct result *const *groups, size_t count)
{
	struct value state = { .state = VALUE_SHOWN };

	for (size_t i = 0; i < count; i++) {
		if (groups[i] == NULL)
			return value_without(VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
		if (groups[i]->value.state == VALUE_SUPPRESSED)
			return value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
		if (!value_is_shown(&groups[i]->value))
			return value_without(groups[i]->value.state, REASON_GROUP_MISSING);
		state.coarse = state.coarse || groups[i]->value.coarse;
		if (groups[i]->value.state == VALUE_UNRELIABLE) {
			state.state = VALUE_UNRELIABLE;
			state.reason = groups[i]->value.reason;
		}
	}
	return state;
}

void measure_mark_indirect(const struct measure_input *input, struct value *value)
{
	if (!input->method->indirect || value->state != VALUE_SHOWN)
		return;
	value->state = VALUE_UNRELIABLE;
	value->reason = REASON_INDIRECT;
}

struct estimate measure_estimate(const struct value *value, double divide)
{
	return (struct estimate){ value->estimate / divide,
				  { value->limits.lower / divide, value->limits.upper / divide } };
}

struct value measure_value(struct value state, const struct estimate *estimate, double factor)
{
	double a = estimate->limits.lower * factor, b = estimate->limits.upper * factor;

	state.estimate = estimate->value * factor;
	state.limits = (struct interval_limits){ true, fmin(a, b), fmax(a, b) };
	return state;
}

struct value measure_turned(struct value value)
{
	const struct estimate estimate = measure_estimate(&value, 1);

	return measure_value(value, &estimate, -1);
}

struct value measure_inverted(struct value value)
{
	const struct estimate estimate = { 1 / value.estimate,
					   { 1 / value.limits.upper, 1 / value.limits.lower } };

	return measure_value(value, &estimate, 1);
}

typedef enum stats_outcome error_of_limits(const struct estimate *published, double confidence,
					   struct gap_group *out);

/* Of 95% limits where there are such: they are there whatever confidence is asked for. */
static bool error_of(const struct measure_input *input, const struct result *result,
		     error_of_limits *from, struct gap_group *out)
{
	const struct interval_limits *limits =
		result->limits_95.known ? &result->limits_95 : &result->value.limits;
	const struct estimate published = { result->value.estimate,
					    { limits->lower, limits->upper } };

	*out = (struct gap_group){ result->value.estimate, result->standard_error };
	if (result->standard_error >= 0)
		return true;
	return limits->known && from(&published, result->limits_95.known ? 0.95 : input->confidence,
				     out) == STATS_OK;
}

bool measure_error(const struct measure_input *input, const struct result *result,
		   struct gap_group *out)
{
	return error_of(input, result, gap_from_limits, out);
}

bool measure_ratio_error(const struct measure_input *input, const struct result *result,
			 struct gap_group *out)
{
	return error_of(input, result,
			indicator_is_percentage(input->indicator) ? gap_from_limits
								  : gap_from_log_limits,
			out);
}

bool measure_people(const struct result *result, double *people, struct value *state)
{
	const struct quantity *denominator = &result->denominator;

	*people = denominator->number;
	if (quantity_is_shown(denominator) && denominator->number > 0)
		return true;
	if (denominator->state == VALUE_SUPPRESSED)
		*state = value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	else
		*state = value_without(VALUE_NOT_AVAILABLE, quantity_is_shown(denominator)
								    ? REASON_ZERO_DENOMINATOR
								    : REASON_NO_DENOMINATOR);
	return false;
}

bool measure_has_people(const struct measure_input *input)
{
	/* A standardised ratio is one of events to events. */
	if (strcmp(input->method->name, "smr") == 0)
		return false;
	return input->method->is_rate || indicator_is_percentage(input->indicator) ||
	       input->indicator->multiplier > 1;
}

void measure_step(const struct measure_input *input, const char *format, ...)
{
	char line[600];
	va_list arguments;

	if (input->steps == NULL)
		return;
	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	explain_step(input->steps, "%s", line);
}

const char *measure_group_label(const struct measure_input *input, const struct result *result)
{
	return result->key.group < 0 ? "all"
				     : input->classification->groups[result->key.group].label;
}
