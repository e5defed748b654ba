/* Names of measures, roles of columns, directions, comparisons; rules and bodies by their ids. */
#include <criterion/criterion.h>
#include <string.h>

#include "model/indicator.h"
#include "model/measure.h"
#include "model/reference.h"
#include "model/report.h"
#include "model/result.h"

Test(model_names, find_every_measure_and_role)
{
	for (int measure = 0; measure < MEASURE_COUNT_OF; measure++) {
		const struct measure_kind *kind = measure_kind((enum measure)measure);

		cr_expect_eq(measure_find(kind->name), measure);
		cr_expect_gt(strlen(kind->summary), 10);
	}
	cr_expect_eq(measure_find("nonsense"), MEASURE_COUNT_OF);
	cr_expect_eq(measure_kind(MEASURE_GAP)->scope, MEASURE_SCOPE_PAIR);
	cr_expect_eq(measure_kind(MEASURE_SII)->scope, MEASURE_SCOPE_DIMENSION);
	cr_expect_eq(measure_kind(MEASURE_SHARE)->scope, MEASURE_SCOPE_GROUP);
	for (int role = 0; role < DATA_ROLE_COUNT; role++)
		cr_expect_eq(data_role_find(data_role_name((enum data_role)role)), role);
	cr_expect_eq(data_role_find("nonsense"), DATA_ROLE_COUNT);
}

Test(model_names, tell_percentages_and_directions)
{
	struct indicator items[] = { { .id = "A", .unit = "%" },
				     { .id = "B", .unit = "% of the year before" },
				     { .id = "C", .unit = "per 100" } };
	const struct indicators indicators = { .items = items, .count = 3 };

	cr_expect_eq(indicator_find(&indicators, "B"), 1);
	cr_expect_eq(indicator_find(&indicators, "b"), -1);
	cr_expect(indicator_is_percentage(&items[0]));
	cr_expect_not(indicator_is_percentage(&items[1]));
	cr_expect(indicator_in_percent(&items[1]));
	cr_expect_not(indicator_in_percent(&items[2]));
	cr_expect_str_eq(polarity_name(POLARITY_HIGH_GOOD), "high");
	cr_expect_str_eq(polarity_name(POLARITY_LOW_GOOD), "low");
	cr_expect_str_eq(polarity_name(POLARITY_NONE), "neither");
}

Test(model_names, judge_a_comparison_by_the_direction_that_is_better)
{
	cr_expect_eq(comparison_judgement(COMPARISON_HIGHER, POLARITY_HIGH_GOOD), 1);
	cr_expect_eq(comparison_judgement(COMPARISON_LOWER, POLARITY_HIGH_GOOD), -1);
	cr_expect_eq(comparison_judgement(COMPARISON_HIGHER, POLARITY_LOW_GOOD), -1);
	cr_expect_eq(comparison_judgement(COMPARISON_LOWER, POLARITY_LOW_GOOD), 1);
	cr_expect_eq(comparison_judgement(COMPARISON_HIGHER, POLARITY_NONE), 0);
	cr_expect_eq(comparison_judgement(COMPARISON_SIMILAR, POLARITY_HIGH_GOOD), 0);
	cr_expect_eq(comparison_judgement(COMPARISON_NONE, POLARITY_LOW_GOOD), 0);
	cr_expect_str_eq(comparison_name(COMPARISON_NONE), "");
	cr_expect_str_eq(comparison_name(COMPARISON_SIMILAR), "similar");
}

Test(model_names, find_rules_and_known_bodies)
{
	struct disclosure_rule rules[] = { { .id = "A" }, { .id = "B" } };
	struct known_organisation bodies[] = {
		{ .code = "X1", .other_code = "", .name = "One" },
		{ .code = "X2", .other_code = "E2;E3", .name = "Two" },
	};
	const struct reference reference = {
		.rules = rules, .rule_count = 2, .organisations = bodies, .organisation_count = 2
	};

	cr_expect_eq(disclosure_rule_find(&reference, "A"), &rules[0]);
	cr_expect_eq(disclosure_rule_find(&reference, "B"), &rules[1]);
	cr_expect_null(disclosure_rule_find(&reference, ""));
	cr_expect_null(disclosure_rule_find(&reference, "C"));
	cr_expect_eq(known_organisation_find(&reference, "E2"), &bodies[1]);
	cr_expect_eq(known_organisation_find(&reference, "E3"), &bodies[1]);
	cr_expect_eq(known_organisation_find(&reference, "X1"), &bodies[0]);
	cr_expect_null(known_organisation_find(&reference, "X3"));
}
