/* How files of reference figures are read, seen through what comes of them. */
#include "vectors/vectors.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "support/program.h"
#include "support/workplace.h"
#include "vectors/check.h"

#define HEADER "id,x,n,multiplier,conf,value,lower,upper,status\n"
#define HALF "1,50,100,100,0.95,50,40.38315303659956,59.61684696340044,ok\n"

/* What is said about a file of proportions. */
static const char *said_of(struct workplace *place, const char *text)
{
	struct vectors_results results;

	workplace_file(place, "proportion.csv", text);
	results = vectors_check(place->arena, place->folder, ".", place->diags);
	cr_assert_eq(results.count, 1);
	return workplace_said(place);
}

static void expect_said(const char *text, const char *said)
{
	struct workplace place = workplace_new();

	cr_expect_str_eq(said_of(&place, text), said);
	workplace_free(&place);
}

Test(vectors, names_all_columns_that_are_missing)
{
	expect_said("id,x,n,multiplier,conf,value,lower,status\n"
		    "1,50,100,100,0.95,50,40.38315303659956,ok\n",
		    "proportion.csv:1:1: error: a file of reference figures lacks a column: the "
		    "header lacks \"upper\" [DAT52]\n");
	expect_said("id,x,n\n1,50,100\n",
		    "proportion.csv:1:1: error: a file of reference figures lacks a column: the "
		    "header lacks \"status\", \"multiplier\", \"conf\", \"value\", \"lower\", "
		    "\"upper\" [DAT52]\n");
}

Test(vectors, names_a_cell_that_is_no_number)
{
	expect_said(HEADER HALF "2,50,1O0,100,0.95,50,40.38315303659956,59.61684696340044,ok\n",
		    "proportion.csv:3:6: error: a reference figure cannot be read: n: \"1O0\" "
		    "[DAT53]\n");
	expect_said(HEADER "2,50,100,100,0.95,1e999,40,nan,ok\n",
		    "proportion.csv:2:19: error: a reference figure cannot be read: value: "
		    "\"1e999\" [DAT53]\n"
		    "proportion.csv:2:28: error: a reference figure cannot be read: upper: "
		    "\"nan\" [DAT53]\n");
}

Test(vectors, names_a_row_that_is_not_like_the_header)
{
	expect_said(HEADER HALF "2,50,100\n",
		    "proportion.csv:3:1: error: a row of reference figures cannot be used: the "
		    "row has 3 cells, the header 9 [DAT54]\n");
	expect_said(HEADER "1,50,100,100,0.95,50,40.38315303659956,59.61684696340044,ok,\n",
		    "proportion.csv:2:1: error: a row of reference figures cannot be used: the "
		    "row has 10 cells, the header 9 [DAT54]\n");
}

Test(vectors, wants_a_row)
{
	expect_said(HEADER, "proportion.csv: error: a row of reference figures cannot be used: no "
			    "row follows the header [DAT54]\n");
}

Test(vectors, wants_a_text)
{
	struct workplace place = workplace_new();

	said_of(&place, "");
	cr_expect_eq(diag_errors(place.diags), 1);
	workplace_free(&place);
}

Test(vectors, takes_blanks_around_cells_quotation_marks_and_other_line_ends)
{
	expect_said("\xef\xbb\xbf"
		    "id, x ,\"n\",multiplier,conf,value,lower,upper,status\r\n"
		    "1, 50 ,\"100\",100,0.95,50,40.38315303659956,59.61684696340044, ok\r\n\r\n",
		    "");
}

/* Nobody was asked: neither figures nor their places. */
Test(vectors, takes_empty_cells_and_na_for_missing)
{
	expect_said(HEADER "1,0,0,100,0.95,NA,,NA,error: nobody\n"
			   "2,NA,100,100,0.95,,NA,,error: no count\n",
		    "");
}

Test(vectors, takes_nan_as_r_writes_it_for_missing)
{
	expect_said(HEADER "1,0,0,100,0.95,NaN,NaN,NaN,error: nobody\n", "");
}

/* The multiplier is 1 then; half of the file's figures are those of a share. */
Test(vectors, counts_with_true_and_false)
{
	expect_said(HEADER "1,TRUE,TRUE,TRUE,0.95,TRUE,0.20654931437723743,TRUE,ok\n"
			   "2,FALSE,TRUE,TRUE,0.95,FALSE,FALSE,0.7934506856227626,ok\n",
		    "");
}

Test(vectors, names_semicolons_between_columns)
{
	expect_said("\"id\";\"x\";\"n\"\n1;50;100\n",
		    "proportion.csv:1:5: error: a file of reference figures lacks a column: the "
		    "header has semicolons where commas are expected [DAT52]\n");
	/* One in a text is none of them. */
	expect_said("id,x,n,multiplier,conf,value,lower,upper,\"a;b\",status\n"
		    "1,50,100,100,0.95,50,40.38315303659956,59.61684696340044,;,ok\n",
		    "");
}

/* A row of the vectors: with no events in the comparator the upper limit of the exact ratio is infinite. */
static const char gap[] =
	"x1,n1,x0,n0,multiplier,conf,rate1,rate0,diff,diff_wald_lower,diff_wald_upper,"
	"diff_mover_lower,diff_mover_upper,ratio,ratio_log_lower,ratio_log_upper,"
	"ratio_exact_lower,ratio_exact_upper,status\n"
	"5,300,0,350,100000,0.95,1666.6666666666667,0,1666.6666666666667,205.7957657056977,"
	"3127.537567627636,124.71859358199576,3889.4440264408895,NA,NA,NA,1.0690818335347034,"
	"%s,undefined\n";

static size_t errors_with(const char *upper)
{
	struct workplace place = workplace_new();
	size_t errors;

	workplace_file(&place, "gap_rate.csv", text_replace(place.arena, gap, "%s", upper));
	vectors_check(place.arena, place.folder, ".", place.diags);
	errors = diag_errors(place.diags);
	workplace_free(&place);
	return errors;
}

Test(vectors, takes_inf_for_infinite)
{
	cr_expect_eq(errors_with("Inf"), 0);
	cr_expect_eq(errors_with("inf"), 0);
	cr_expect_eq(errors_with("+Inf"), 0);
	cr_expect_eq(errors_with("-Inf"), 1);
	cr_expect_eq(errors_with("1e300"), 1);
	cr_expect_eq(errors_with("NA"), 1);
}

/* The formula alone would give 0 and infinity; R's own test of two rates refuses the case. */
Test(vectors, takes_any_or_no_exact_ratio_without_events)
{
	static const char row[] = "0,300,0,350,1,0.95,0,0,0,0,0,-0.010539655583182675,"
				  "0.012296264847046454,NA,NA,NA,%s,undefined\n";
	static const char *const said[] = { "0,Inf", "NA,NA" }, *const wrong[] = { "0,9", "1,Inf" };
	struct workplace place = workplace_new();
	const char *header = arena_strndup(place.arena, gap, strcspn(gap, "\n") + 1);

	for (size_t i = 0; i < 4; i++) {
		const char *limits = i < 2 ? said[i] : wrong[i - 2];

		place.diags = diag_list_new(place.arena);
		workplace_file(&place, "gap_rate.csv",
			       text_replace(place.arena,
					    arena_printf(place.arena, "%s%s", header, row), "%s",
					    limits));
		vectors_check(place.arena, place.folder, ".", place.diags);
		cr_expect_eq(diag_errors(place.diags), i < 2 ? 0 : 1, "%s: %s", limits,
			     workplace_said(&place));
	}
	workplace_free(&place);
}
