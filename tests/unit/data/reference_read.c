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
	"dimensions.csv",           "classifications.csv",  "groups.csv",        "standards.csv",
	"standard-populations.csv", "disclosure-rules.csv", "organisations.csv", "glossary.csv",
	"words-to-avoid.csv",       "nesting.csv",
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
	cr_expect_not_null(disclosure_rule_find(reference, "NONE"));
}

static int group_named(const struct reference *reference, const char *classification,
		       const char *name)
{
	int found = classification_find(&reference->dimensions, classification);

	cr_assert_geq(found, 0, "%s", classification);
	return group_find(reference->dimensions.classifications[found], name);
}

/* A file of fifths gives Core20 with its labels as they are; one of tenths must not. */
Test(data_reference_read, puts_the_most_deprived_fifth_against_the_others)
{
	struct reference *reference = reference_read(arena, "inputs/reference", diags);
	const struct classification *core20;

	cr_assert_not_null(reference);
	core20 = reference->dimensions
			 .classifications[classification_find(&reference->dimensions, "core20")];
	cr_expect(core20->ordered);
	cr_expect_eq(group_named(reference, "core20", "1 - most deprived"), 0);
	cr_expect_eq(group_named(reference, "core20", "Yes"), 0);
	cr_expect_eq(group_named(reference, "core20", "2"), 1);
	cr_expect_eq(group_named(reference, "core20", "Q5"), 1);
	cr_expect_eq(group_named(reference, "core20", "6"), -1);
	cr_expect_eq(group_named(reference, "core20", "10"), -1);
	cr_expect_eq(group_named(reference, "core20", "Decile 2"), -1);
}

/* All categories but White British, of which White Irish and Any other White background are no part. */
Test(data_reference_read, puts_every_ethnic_category_on_one_side_of_two)
{
	static const char codes[] = "ABCDEFGHJKLMNPRS";
	struct reference *reference = reference_read(arena, "inputs/reference", diags);
	int minority, british;

	cr_assert_not_null(reference);
	minority = group_named(reference, "ethnic-minority", "Ethnic minority");
	british = group_named(reference, "ethnic-minority", "White British");
	cr_assert(minority >= 0 && british >= 0 && minority != british);
	for (const char *code = codes; *code != '\0'; code++) {
		const char name[] = { *code, '\0' };
		int wanted = *code == 'A' ? british : minority;

		cr_expect_geq(group_named(reference, "ethnic-category", name), 0, "%s", name);
		cr_expect_eq(group_named(reference, "ethnic-minority", name), wanted, "%s", name);
	}
	/* A broad group is on neither side. */
	cr_expect_eq(group_named(reference, "ethnic-minority", "White"), -1);
	cr_expect_eq(group_named(reference, "ethnic-minority", "Asian"), -1);
}

Test(data_reference_read, knows_the_sexes_of_every_code_list)
{
	struct reference *reference = reference_read(arena, "inputs/reference", diags);

	cr_assert_not_null(reference);
	cr_expect_eq(group_named(reference, "sex", "F"), 0);
	cr_expect_eq(group_named(reference, "sex", "1"), 1);
	cr_expect_eq(group_named(reference, "gender", "3"),
		     group_named(reference, "gender", "Non-binary"));
	cr_expect_eq(group_named(reference, "gender", "4"),
		     group_named(reference, "gender", "Other (not listed)"));
	cr_expect_geq(group_named(reference, "gender", "Indeterminate"), 0);
	/* Not specified in one list, indeterminate in the others: a report must say which. */
	cr_expect_eq(group_named(reference, "sex", "9"), -1);
}

Test(data_reference_read, has_no_rule_for_a_source_that_names_none)
{
	struct reference *reference = reference_read(arena, "inputs/reference", diags);

	cr_assert_not_null(reference);
	cr_expect_gt(reference->rule_count, 5);
	cr_expect_null(disclosure_rule_find(reference, ""));
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
	expect_refused("standard-populations.csv", "esp2013,y,0,4,many\n",
		       "weight=\"many\" is not a number of 0 or more [SPC30]\n");
	expect_refused("standard-populations.csv", "x,y,0,4,1\n",
		       "\"x\" is not in standards.csv [SPC30]\n");
	expect_refused("standard-populations.csv", "esp2013,y,0,4,1\nesp2013,y,4,,1\n",
		       "4+ and 0-4 (line 100) overlap [SPC30]\n");
}

Test(data_reference_read, wants_every_list)
{
	const char *folder = scratch_new(arena);

	cr_expect_null(reference_read(arena, folder, diags));
	cr_expect_eq(messages_count(diags, "DAT01"), sizeof(lists) / sizeof(lists[0]));
	scratch_free(folder);
}
