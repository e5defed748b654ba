#include "indicator/method.h"

#include <string.h>

#include "indicator/counts.h"
#include "stats/interval.h"

#define METHOD(symbol, name, summary) extern const struct method method_##symbol;
#include "model/methods.def"
#undef METHOD

static const struct method_entry all[] = {
#define METHOD(symbol, name, summary) { &method_##symbol, name, summary },
#include "model/methods.def"
#undef METHOD
	{ 0 },
};

const struct method_entry *methods(void)
{
	return all;
}

const struct method *method_find(const char *name)
{
	for (size_t i = 0; all[i].method != NULL; i++)
		if (strcmp(all[i].name, name) == 0)
			return all[i].method;
	return NULL;
}

const char *method_summary(const struct method *method)
{
	const struct method_entry *at = all;

	while (at->method != method)
		at++;
	return at->summary;
}

const struct observation *method_all_ages(const struct method_input *input)
{
	return input->count > 0 && input->rows[0].age == AGE_ALL ? &input->rows[0] : NULL;
}

double method_numerator(const struct method_input *input, const struct result *result)
{
	return input->from_disclosed || input->count == 0
		       ? result->numerator.number
		       : counts_exact(input->rows, input->count, false).number;
}

double method_denominator(const struct method_input *input, const struct result *result)
{
	return input->from_disclosed || input->people_from_disclosed || input->count == 0
		       ? result->denominator.number
		       : counts_exact(input->rows, input->count, true).number;
}

enum count_rule method_count_rule(const struct method_input *input)
{
	return input->indicator->byar_below_ten ? COUNT_BYAR_ALWAYS : COUNT_EXACT_BELOW_TEN;
}

void method_set(struct result *result, const struct estimate *estimate,
		const struct estimate *estimate_95, double standard_error, double multiplier)
{
	result->value = (struct value){
		.state = VALUE_SHOWN,
		.origin = VALUE_COMPUTED,
		.estimate = estimate->value * multiplier,
		.limits = { true, estimate->limits.lower * multiplier,
			    estimate->limits.upper * multiplier },
	};
	result->limits_95 = (struct interval_limits){ true, estimate_95->limits.lower * multiplier,
						      estimate_95->limits.upper * multiplier };
	result->standard_error = standard_error * multiplier;
}
