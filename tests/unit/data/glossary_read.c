/* The list of terms and abbreviations. */
#include "data/glossary_read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "support/workplace.h"

static const char header[] = "term,abbreviation,also,meaning,confidence\n";

/* What is said of a list of these rows. */
static void expect_said(const char *rows, size_t entries, const char *said)
{
	struct workplace place = workplace_new();
	struct reference reference = { 0 };
	char text[600];

	snprintf(text, sizeof(text), "%s%s", header, rows);
	workplace_file(&place, "glossary.csv", text);
	glossary_read(place.arena, place.folder, &reference, place.diags);
	cr_expect_eq(reference.glossary_count, entries);
	if (said == NULL)
		cr_expect_eq(diag_count(place.diags), 0, "%s", workplace_said(&place));
	else
		cr_expect_not_null(strstr(workplace_said(&place), said), "%s",
				   workplace_said(&place));
	workplace_free(&place);
}

Test(data_glossary_read, reads_entries_in_the_order_of_the_file)
{
	struct workplace place = workplace_new();
	struct reference reference = { 0 };

	workplace_file(&place, "glossary.csv",
		       "term,abbreviation,also,meaning,confidence\n"
		       "zebra,,striped horse|zebroid,\"Black, and white.\",verified\n"
		       "integrated care board,ICB,,A body.,recalled\n");
	glossary_read(place.arena, place.folder, &reference, place.diags);
	cr_assert_eq(reference.glossary_count, 2);
	cr_expect_str_eq(reference.glossary[0].term, "zebra");
	cr_expect_str_eq(reference.glossary[0].abbreviation, "");
	cr_expect_str_eq(reference.glossary[0].also, "striped horse|zebroid");
	cr_expect_str_eq(reference.glossary[0].meaning, "Black, and white.");
	cr_expect_str_eq(reference.glossary[1].abbreviation, "ICB");
	cr_expect_str_eq(reference.glossary[1].confidence, "recalled");
	workplace_free(&place);
}

Test(data_glossary_read, refuses_an_entry_without_term_or_meaning)
{
	expect_said("zebra,,,,verified\n", 1, "glossary.csv:2:");
	expect_said(",ZB,,Striped.,verified\n", 1, "an entry needs a term and a meaning");
	expect_said("zebra,,,Striped.,verified\n", 1, NULL);
}

/* A reader who looks a word up must find one meaning. */
Test(data_glossary_read, refuses_a_name_of_two_entries)
{
	expect_said("zebra,ZB,,Striped.,verified\nhorse,ZB,,Plain.,verified\n", 2,
		    "\"ZB\" names two entries");
	expect_said("zebra,,mule,Striped.,verified\nhorse,,mare|mule,Plain.,verified\n", 2,
		    "\"mule\" names two entries");
	/* One entry may be called the same twice: COVID-19 is its own abbreviation. */
	expect_said("ZB,ZB,,Striped.,verified\n", 1, NULL);
}
