/* The list of words to avoid. */
#include "data/avoided_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "support/workplace.h"

static void expect_read(const char *rows, size_t entries, const char *said)
{
	struct workplace place = workplace_new();
	struct reference reference = { 0 };

	workplace_file(&place, "words-to-avoid.csv", rows);
	avoided_read(place.arena, place.folder, &reference, place.diags);
	cr_expect_eq(reference.avoided_count, entries);
	if (said == NULL)
		cr_expect_eq(diag_count(place.diags), 0, "%s", workplace_said(&place));
	else
		cr_expect_not_null(strstr(workplace_said(&place), said), "%s",
				   workplace_said(&place));
	workplace_free(&place);
}

Test(data_avoided_read, reads_causes_and_words_to_avoid)
{
	expect_read("kind,words,except,why,instead\n"
		    "cause,due to,due to chance,Why not,what is so\n"
		    "avoid,race|races,,Not ours,ethnicity\n",
		    2, NULL);
}

Test(data_avoided_read, refuses_a_row_that_says_too_little)
{
	expect_read("kind,words,except,why,instead\nbanned,race,,Why,ethnicity\n", 0,
		    "words-to-avoid.csv:2:1: ");
	expect_read("kind,words,except,why,instead\navoid,race,,Why,\n", 0,
		    "what to write instead");
}
