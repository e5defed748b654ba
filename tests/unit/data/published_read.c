/* Results files of this and other versions of the program. */
#include "data/published_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "support/messages.h"
#include "support/workplace.h"

static struct workplace place;

static void set_up(void)
{
	place = workplace_new();
}

static void tear_down(void)
{
	workplace_free(&place);
}

TestSuite(data_published_read, .init = set_up, .fini = tear_down);

static struct published *read_text(const char *text)
{
	workplace_file(&place, "results.csv", text);
	return published_file_read(place.arena, workplace_path(&place, "results.csv"),
				   (struct location){ 0 }, place.diags);
}

#define KEY "indicator,period,organisation,dimension,group,sex,measure,state,value"

Test(data_published_read, reads_a_figure_with_all_that_the_file_tells)
{
	const struct published *published =
		read_text(KEY ",lower,upper,numerator,denominator,method,compared_with_all,printed,"
			      "parameters,name\n"
			      "A,2024/25,QNV,all,all,all,value,shown,12.5,11,14,25,200,proportion,"
			      "similar,12.5%,per=100;confidence=0.998,Checks\n");
	const struct published_figure *figure;

	cr_assert_not_null(published, "%s", workplace_said(&place));
	cr_assert_eq(published->count, 1);
	figure = &published->items[0];
	cr_expect_float_eq(figure->value.estimate, 12.5, 0);
	cr_expect_float_eq(figure->value.limits.upper, 14, 0);
	cr_expect_float_eq(figure->numerator.number, 25, 0);
	cr_expect_float_eq(figure->confidence, 0.998, 1e-12);
	cr_expect_str_eq(published_indicator(published, "A")->name, "Checks");
	cr_expect(figure->compared);
	cr_expect_eq(diag_count(place.diags), 0);
}

Test(data_published_read, reads_a_file_of_another_version_and_says_what_it_lacks)
{
	const struct published *published =
		read_text(KEY "\nA,2024/25,QNV,all,all,all,value,suppressed,\n");

	cr_assert_not_null(published, "%s", workplace_said(&place));
	cr_expect_eq(published->items[0].value.state, VALUE_SUPPRESSED);
	cr_expect_eq(messages_count(place.diags, "DAT99"), 1);
}

Test(data_published_read, refuses_a_file_without_figures_of_the_program)
{
	cr_expect_null(read_text("indicator,period\nA,2024/25\n"));
	cr_expect_eq(messages_count(place.diags, "DAT98"), 1);
}

Test(data_published_read, refuses_numbers_that_are_none)
{
	cr_expect_null(read_text(KEY "\nA,2024/25,QNV,all,all,all,value,shown,about 7\n"));
	cr_expect_eq(messages_count(place.diags, "DAT69"), 1);
}
