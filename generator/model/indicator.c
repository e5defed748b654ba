#include "model/indicator.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

struct indicator indicator_blank(void)
{
	return (struct indicator){
		.id = "",
		.set = "",
		.domain = "",
		.name = "",
		.short_name = "",
		.in_short = "",
		.measure = "",
		.events = "",
		.population = "",
		.unit = "",
		.numerator = "",
		.denominator = "",
		.caveat = "",
		.method = "",
		.standard = "",
		.reference = "",
		.codes = "",
		.usual_source = "",
		.breakdowns = "",
		.confidence = "",
		.source = "",
		.denominator_source = "",
		.origin = "",
		.reporters = "",
		.reporters_confidence = "",
		.rule = "",
		.other_breakdowns = "",
		.age_scope = "",
		.choices = "",
		.inequality = "",
		.nested_in = "",
		.denominator_indicator = "",
		.population_basis = "",
		.answered_by = "",
		.quality_of = "",
		.evidence = "",
		.difference = "",
		.family = "",
		.side = "",
		.multiplier = MULTIPLIER_BY_UNIT,
		.decimals = DECIMALS_BY_RULE,
	};
}

int indicator_find(const struct indicators *indicators, const char *id)
{
	for (size_t i = 0; i < indicators->count; i++)
		if (strcmp(indicators->items[i].id, id) == 0)
			return (int)i;
	return -1;
}

bool indicator_is_percentage(const struct indicator *indicator)
{
	return strcmp(indicator->unit, "%") == 0;
}

bool indicator_in_percent(const struct indicator *indicator)
{
	return indicator->unit[0] == '%';
}

bool indicator_set_class(struct indicator *indicator, const char *from, const char *to)
{
	struct indicator_class class = { .known = true, .to = INFINITY };

	if (!number_parse(from, strlen(from), &class.from) || class.from < 0)
		return false;
	if (to[0] != '\0' && !number_parse(to, strlen(to), &class.to))
		return false;
	if (!(class.to > class.from))
		return false;
	indicator->class = class;
	return true;
}

const char *polarity_name(enum polarity polarity)
{
	switch (polarity) {
	case POLARITY_HIGH_GOOD:
		return "high";
	case POLARITY_LOW_GOOD:
		return "low";
	case POLARITY_NONE:
		return "neither";
	}
	return "";
}

enum favourable polarity_favours(enum polarity polarity)
{
	switch (polarity) {
	case POLARITY_HIGH_GOOD:
		return FAVOURABLE_HIGH;
	case POLARITY_LOW_GOOD:
		return FAVOURABLE_LOW;
	case POLARITY_NONE:
		break;
	}
	return FAVOURABLE_NEITHER;
}
