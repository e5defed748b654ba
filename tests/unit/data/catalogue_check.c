/* Catalogues checked by themselves, before any report uses them. */
#include "data/catalogue_check.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "data/catalogue_lists.h"
#include "data/reference_read.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/program.h"

TestSuite(data_catalogue_check, .init = fixture_set_up, .fini = fixture_tear_down);

static size_t check_path(const char *path)
{
	const struct reference *reference = reference_read(arena, "inputs/reference", diags);
	const struct catalogue_file file = {
		.path = path,
		.set = "own",
		.folder = "inputs/catalogue",
	};

	cr_assert_not_null(reference);
	return catalogue_check(arena, &file, reference, diags);
}

static const char *said_of(const char *text)
{
	const char *folder = scratch_new(arena), *path = path_join(arena, folder, "own.csv");

	diags = diag_list_new(arena);
	file_write(path, text, strlen(text));
	check_path(path);
	scratch_free(folder);
	return messages_text(arena, diags);
}

static void expect_said(const char *text, const char *message)
{
	const char *said = said_of(text);

	cr_expect_not_null(strstr(said, message), "%s\nis not\n%s", said, message);
	cr_expect_eq(diag_count(diags), 1, "%s", said);
}

static void expect_well(const char *text)
{
	cr_expect_str_eq(said_of(text), "", "%s", text);
}

Test(data_catalogue_check, finds_nothing_wrong_with_the_sets_of_the_program)
{
	struct catalogue_sets sets = { 0 };

	cr_assert(catalogue_sets_read(arena, "inputs/catalogue", &sets, diags));
	cr_expect_gt(sets.count, 5);
	for (size_t i = 0; i < sets.count; i++)
		cr_expect_gt(check_path(arena_printf(arena, "inputs/catalogue/%s.csv",
						     sets.items[i].id)),
			     0, "%s", sets.items[i].id);
	cr_expect_str_eq(messages_text(arena, diags), "");
}

Test(data_catalogue_check, tells_columns_that_there_are_not)
{
	expect_said("id,name,method,denominater\nX1,One,count,\n",
		    "own.csv:1:16: warning: not a column of catalogues: denominater [SPC70]\n"
		    "    hint: did you mean \"denominator\"?");
}

Test(data_catalogue_check, wants_names_that_the_lists_hold)
{
	expect_said(
		"id,name,method,breakdowns\nX1,One,count,sex;depravation\n",
		"own.csv:2:14: error: wrong entry in a reference list or catalogue: "
		"breakdowns=\"sex;depravation\" [SPC30]\n    hint: did you mean \"deprivation\"?");
	expect_said("id,name,method,other_breakdowns\nX1,One,count,county\n",
		    "other_breakdowns=\"county\" [SPC30]");
	expect_said("id,name,method,rule\nX1,One,count,HES-6\n", "did you mean \"HES-5\"?");
	expect_said("id,name,method,standard\nX1,One,count,esp2014\n", "did you mean \"esp2013\"?");
	expect_well("id,name,method,breakdowns,rule\nX1,One,count,sex; age,NONE\n");
}

Test(data_catalogue_check, wants_units_that_fit_their_multipliers)
{
	expect_said(
		"id,name,method,unit,multiplier\nX1,One,crude-rate,\"Cases per 10,000\",100000\n",
		"own.csv:2:19: warning: the unit does not fit the multiplier: X1: \"Cases per "
		"10,000\", multiplier 100000 [SPC72]");
	expect_said("id,name,method,unit,multiplier\nX1,One,ratio,%,1000\n", "[SPC72]");
	expect_said("id,name,method,unit,multiplier\nX1,One,proportion,Share,1\n", "[SPC72]");
	expect_said("id,name,method,unit,multiplier\nX1,One,crude-rate,Cases,1000\n", "[SPC72]");
	expect_well("id,name,method,unit,multiplier\nX1,One,crude-rate,Cases per million,1000000\n"
		    "X2,Two,proportion,%,100\nX3,Three,share-gap,Percentage points,100\n"
		    "X4,Four,count,Waits,1\nX5,Five,given,Years,\n");
}

Test(data_catalogue_check, wants_what_a_method_needs)
{
	expect_said("id,name,method,multiplier\nX1,One,dsr,1000\n",
		    "standard=\"\" [SPC30]\n    hint: a directly standardised rate needs");
	expect_said("id,name,method\nX1,One,crude-rate\n",
		    "multiplier=\"\" [SPC30]\n    hint: a rate needs its multiplier");
}

Test(data_catalogue_check, tells_codes_of_two_indicators)
{
	expect_said("id,name,method,codes\nX1,One,count,A|B\nX2,Two,count,C|B\n",
		    "own.csv:3:14: warning: a code stands for two indicators: X1 and X2 [SPC73]");
	expect_well("id,name,method,codes\nX1,One,count,A|B\nX2,Two,count,AB\n");
}

Test(data_catalogue_check, reads_ages)
{
	expect_said("id,name,method,age_scope\nX1,One,count,0 bis 17\n",
		    "hint: use ages, 0-17 or 18+, the word all, or words");
	expect_well(
		"id,name,method,age_scope\nX1,One,count,0-17\nX2,Two,count,18+\nX3,Three,count,all\n"
		"X4,Four,count,people eligible\n");
}

Test(data_catalogue_check, wants_ids_that_lists_can_hold)
{
	expect_said("id,name,method\nX 1,One,count\n",
		    "own.csv:2:1: error: wrong entry in a reference list or catalogue: id=\"X 1\" "
		    "[SPC30]\n    hint: an id holds neither blanks");
}

Test(data_catalogue_check, tells_once_what_reading_tells_too)
{
	expect_said("id,name,method,good\nX1,One,count,better\n", "good=\"better\" [SPC30]");
	expect_said("id,name\nX1,One\n", "the header lacks \"method\" [SPC30]");
}
