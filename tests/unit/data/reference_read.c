/* The lists of dimensions, groups, standards, rules and bodies. */
#include "data/reference_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/program.h"

TestSuite(data_reference_read, .init = fixture_set_up, .fini = fixture_tear_down);

static const char *const lists[] = {
	"dimensions.csv",           "classifications.csv",  "groups.csv",
	"standard-populations.csv", "disclosure-rules.csv", "organisations.csv",
};

/* The shipped lists with a row added to one of them. */
static struct reference *with_row(const char *list, const char *row)
{
	const char *folder = scratch_new(arena);
	struct reference *reference;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		const char *text =
			file_text(arena, path_join(arena, "inputs/reference", lists[i]), NULL);

		if (strcmp(lists[i], list) == 0)
			text = arena_printf(arena, "%s%s", text, row);
		file_write(path_join(arena, folder, lists[i]), text, strlen(text));
	}
	reference = reference_read(arena, folder, diags);
	scratch_free(folder);
	return reference;
}

static void expect_refused(const char *list, const char *row, const char *message)
{
	const char *said;

	diags = diag_list_new(arena);
	cr_expect_null(with_row(list, row), "%s", row);
	said = messages_text(arena, diags);
	cr_expect_not_null(strstr(said, message), "%s\nis not\n%s", said, message);
}

Test(data_reference_read, reads_the_lists_that_come_with_the_program)
{
	struct reference *reference = reference_read(arena, "inputs/reference", diags);
	const struct classification *fifths;
	int found;

	cr_assert_not_null(reference, "%s", messages_text(arena, diags));
	found = classification_find(&reference->dimensions, "deprivation-quintile");
	cr_assert_geq(found, 0);
	fifths = reference->dimensions.classifications[found];
	cr_expect(fifths->ordered);
	cr_expect_eq(fifths->form, CLASSIFICATION_LISTED);
	cr_expect_str_eq(fifths->most, "the most deprived areas");
	cr_expect_eq(group_find(fifths, "Most deprived 20%"), 0);
	cr_expect_eq(group_find(fifths, "Q5"), 4);
	cr_expect_eq(fifths->groups[fifths->count - 1].kind, GROUP_UNKNOWN);
	cr_expect_not_null(known_organisation_find(reference, "E92000001"));
	cr_expect_not_null(disclosure_rule_find(reference, ""));
	cr_expect_not_null(disclosure_rule_find(reference, "NONE"));
}

/* The European Standard Population 2013 counts 100,000 people, however finely it is cut. */
Test(data_reference_read, has_standard_populations_of_a_hundred_thousand)
{
	struct reference *reference = reference_read(arena, "inputs/reference", diags);

	cr_assert_not_null(reference);
	cr_expect_gt(reference->standard_count, 0);
	for (size_t i = 0; i < reference->standard_count; i++) {
		const struct standard_population *standard = &reference->standards[i];
		double sum = 0;

		for (size_t band = 0; band < standard->count; band++) {
			sum += standard->bands[band].weight;
			cr_expect(band == 0 || standard->bands[band].lower ==
						       standard->bands[band - 1].upper + 1,
				  "%s %zu", standard->scheme, band);
		}
		cr_expect_float_eq(sum, 100000, 1e-6, "%s: %g", standard->scheme, sum);
		cr_expect_lt(standard->bands[standard->count - 1].upper,
			     standard->bands[standard->count - 1].lower);
	}
}

Test(data_reference_read, has_one_default_disclosure_rule)
{
	struct reference *reference = reference_read(arena, "inputs/reference", diags);
	unsigned defaults = 0;

	cr_assert_not_null(reference);
	for (size_t i = 0; i < reference->rule_count; i++)
		defaults += reference->rules[i].is_default;
	cr_expect_eq(defaults, 1);
}

Test(data_reference_read, takes_groups_that_users_add)
{
	struct reference *reference =
		with_row("groups.csv", "deprivation-quintile,99,New,N,new,,,brand new|newest\n");
	const struct classification *fifths;

	cr_assert_not_null(reference, "%s", messages_text(arena, diags));
	fifths = reference->dimensions.classifications[classification_find(&reference->dimensions,
									   "deprivation-quintile")];
	cr_expect_str_eq(fifths->groups[group_find(fifths, "Brand New")].code, "99");
	cr_expect_str_eq(fifths->groups[group_find(fifths, "newest")].phrase, "new");
}

Test(data_reference_read, says_which_row_is_wrong)
{
	expect_refused(
		"groups.csv", "nonsense,1,One,,,,,\n",
		"error: wrong entry in a reference list or catalogue: no such classification in "
		"classifications.csv [SPC30]\n");
	expect_refused("groups.csv", "deprivation-quintile,99,New,,,,,Q1|x\n",
		       "\"Q1\" names two groups [SPC30]\n");
	expect_refused("groups.csv", "deprivation-quintile,99,1 most deprived,,,,,\n",
		       "its code or label names two groups [SPC30]\n");
	expect_refused("classifications.csv", "c,nonsense,listed,0,L,p,n,,,\n",
		       "no such dimension in dimensions.csv [SPC30]\n");
	expect_refused("classifications.csv", "c,sex,open,0,L,p,n,,,\n",
		       "form must be listed, age-bands, organisations or names [SPC30]\n");
	expect_refused("standard-populations.csv", "x,y,0,4,many\n",
		       "weight=\"many\" is not a number [SPC30]\n");
}

Test(data_reference_read, wants_every_list)
{
	const char *folder = scratch_new(arena);

	cr_expect_null(reference_read(arena, folder, diags));
	cr_expect_eq(messages_count(diags, "DAT01"), 6);
	scratch_free(folder);
}
