#include "support/methods.h"

#include <criterion/criterion.h>

struct method_input method_trial_input(struct method_trial *trial)
{
	trial->indicator.id = "A";
	trial->indicator.multiplier = trial->multiplier == 0 ? 1 : trial->multiplier;
	return (struct method_input){
		.indicator = &trial->indicator,
		.confidence = trial->confidence == 0 ? 0.95 : trial->confidence,
		.from_disclosed = trial->from_disclosed,
	};
}

struct result method_trial_result(const struct method_trial *trial)
{
	return (struct result){
		.key = { .classification = CLASSIFICATION_ALL, .group = GROUP_ALL, .sex = SEX_ALL },
		.numerator = { .state = VALUE_SHOWN, .number = trial->numerator },
		.denominator = { .state = VALUE_SHOWN, .number = trial->denominator },
		.standard_error = -1,
	};
}

struct result method_trial_run(struct method_trial trial)
{
	const struct method *method = method_find(trial.method);
	struct method_input input = method_trial_input(&trial);
	struct result result = method_trial_result(&trial);

	cr_assert_not_null(method);
	method->compute(&input, &result);
	return result;
}
