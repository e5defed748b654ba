/* Codes of bodies in one cell, with and without the day from which they hold. */
#include "model/code_list.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/fixture.h"

TestSuite(model_code_list, .init = fixture_set_up, .fini = fixture_tear_down);

Test(model_code_list, gives_codes_one_after_the_other)
{
	struct code_list list = code_list_of(" QNC;QOC  QJ2; ");

	cr_expect_str_eq(code_list_next(arena, &list), "QNC");
	cr_expect_str_eq(code_list_next(arena, &list), "QOC");
	cr_expect_str_eq(code_list_next(arena, &list), "QJ2");
	cr_expect_null(code_list_next(arena, &list));
	cr_expect_null(code_list_next(arena, &list));
}

Test(model_code_list, reads_the_day_from_which_a_code_holds)
{
	struct code_list list = code_list_of("QHL;QUA@2026-04-01;Y60");

	code_list_next(arena, &list);
	cr_expect_eq(list.from.year, 0);
	cr_expect_str_eq(code_list_next(arena, &list), "QUA");
	cr_expect_eq(date_compare(list.from, (struct date){ 2026, 4, 1 }), 0);
	code_list_next(arena, &list);
	cr_expect_eq(list.from.year, 0);
}

/* A code is no part of another one, and its date is no part of it. */
Test(model_code_list, finds_whole_codes_alone)
{
	cr_expect(code_list_holds("QHL;QUA@2026-04-01", "qua"));
	cr_expect(code_list_holds("E54000063;E54000052", "E54000052"));
	cr_expect_not(code_list_holds("E54000063;E54000052", "E5400005"));
	cr_expect_not(code_list_holds("QHL;QUA@2026-04-01", "QUA@2026"));
	cr_expect_not(code_list_holds("QHL", ""));
	cr_expect_not(code_list_holds("", "QHL"));
}
