#include "pdf/content.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/file.h"
#include "support/fixture.h"
#include "support/pdf_made.h"

enum { RUNS_MOST = 8 };

static const struct pdf_run runs[RUNS_MOST] = {
	{ "/P <</MCID 0>> BDC" }, { "/P <</MCID 1>> BDC" }, { "/P <</MCID 2>> BDC" },
	{ "/P <</MCID 3>> BDC" }, { "/P <</MCID 4>> BDC" }, { "/P <</MCID 5>> BDC" },
	{ "/P <</MCID 6>> BDC" }, { "/P <</MCID 7>> BDC" },
};

/* The signs of the first runs. */
#define SIGN_0 "1000 M 1 1 m 1.5 1 l S\n"
#define SIGN_1 "1001 M 1 1 m 1.5 1 l S\n"
#define RUN_0 "/P <</MCID 0>> BDC\n"
#define RUN_1 "/P <</MCID 1>> BDC\n"

TestSuite(pdf_content, .init = fixture_set_up, .fini = fixture_tear_down);

static void check_marked(const char *content, size_t run_count, const char *wanted)
{
	const char *fault = NULL;
	struct buffer out;

	buffer_init(&out);
	cr_assert(pdf_content_mark(pdf_text(content), runs, run_count, &out, &fault), "%s: %s",
		  content, fault);
	cr_expect_str_eq(buffer_text(&out), wanted);
	buffer_clear(&out);
}

static void check_refused(const char *content, size_t run_count, const char *wanted)
{
	const char *fault = NULL;
	struct buffer out;

	buffer_init(&out);
	buffer_add_text(&out, "before");
	cr_expect_not(pdf_content_mark(pdf_text(content), runs, run_count, &out, &fault), "%s",
		      content);
	cr_expect(fault != NULL && strcmp(fault, wanted) == 0, "%s: %s", content, fault);
	cr_expect_str_eq(buffer_text(&out), "before");
	buffer_clear(&out);
}

Test(pdf_content, puts_runs_in_place_of_their_signs)
{
	check_marked("q 0 0 0 RG\n" SIGN_0 "1 0 0 rg 0 0 9 9 re f\n0 0 1 RG " SIGN_1
		     "BT (a)Tj ET Q\n",
		     2,
		     "q 0 0 0 RG\n" RUN_0 "1 0 0 rg 0 0 9 9 re f\n0 0 1 RG EMC\n" RUN_1
		     "BT (a)Tj ET Q\nEMC\n");
}

Test(pdf_content, begins_a_run_in_the_midst_of_a_clip)
{
	check_marked("q 0 0 9 9 re W n\n" SIGN_0 "Q q 1 1 2 2 re f Q\n", 1,
		     "q 0 0 9 9 re W n\n" RUN_0 "Q q 1 1 2 2 re f Q\nEMC\n");
}

Test(pdf_content, keeps_runs_that_draw_nothing)
{
	check_marked(SIGN_0 SIGN_1, 2, RUN_0 "EMC\n" RUN_1 "EMC\n");
	check_marked("q Q\n", 0, "q Q\n");
	check_marked("", 0, "");
}

Test(pdf_content, knows_signs_in_any_spelling_of_their_numbers)
{
	check_marked("1000%sign\nM\r1.0 +1 m\n01.50 1. l S", 1, RUN_0 "EMC\n");
}

Test(pdf_content, separates_what_stands_before_and_behind_a_sign)
{
	check_marked("q/a0 gs 1000 M 1 1 m 1.5 1 l S/a0 gs 1001 M 1 1 m 1.5 1 l S%end\nQ", 2,
		     "q/a0 gs " RUN_0 "/a0 gs EMC\n" RUN_1 "%end\nQ\nEMC\n");
}

Test(pdf_content, finds_the_runs_that_cairo_drew)
{
	static const char *const names[] = { "strokes-1.16.pdf", "strokes-1.18.pdf" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct buffer bytes = made_fixture(names[i]), content, out;
		const char *fault = NULL, *at;
		struct pdf_file *file = pdf_file_read(arena, bytes.bytes, bytes.length, &fault);
		struct pdf_slice drawn;

		buffer_init(&content);
		buffer_init(&out);
		cr_assert(pdf_file_page_content(file, 0, &content, &fault), "%s", fault);
		drawn = (struct pdf_slice){ content.bytes, content.length };
		cr_assert(pdf_content_mark(drawn, runs, RUNS_MOST, &out, &fault), "%s", fault);
		at = out.bytes;
		for (size_t k = 0; k < RUNS_MOST; k++) {
			at = strstr(at, runs[k].begin);
			cr_assert_not_null(at, "%s: run %zu", names[i], k);
		}
		cr_expect_null(strstr(out.bytes, " M 1 1 m"));
		cr_expect_not_null(strstr(out.bytes, "10 M"), "mitre limits of the drawing stay");
		cr_expect_str_eq(out.bytes + out.length - 4, "EMC\n");
		cr_expect_not(pdf_content_mark(drawn, runs, RUNS_MOST - 1, &out, &fault));
		buffer_clear(&content);
		buffer_clear(&out);
		buffer_clear(&bytes);
	}
}

Test(pdf_content, refuses_runs_that_are_missing_or_out_of_order)
{
	static const char order[] = "its runs are not in order, or one is missing";

	check_refused("q Q", 1, order);
	check_refused(SIGN_0, 2, order);
	check_refused(SIGN_1, 2, order);
	check_refused(SIGN_1 SIGN_0, 2, order);
	check_refused(SIGN_0 SIGN_0, 2, order);
	check_refused("2147483648 M 1 1 m 1.5 1 l S", 1,
		      "a stroke has the mitre limit of the sign of a run");
	check_refused("2147483647 M 1 1 m 1.5 1 l S", 1, order);
	check_refused(SIGN_0 SIGN_1, 1, "it has more runs than were drawn");
	check_refused(SIGN_0, 0, "it has more runs than were drawn");
}

Test(pdf_content, refuses_other_strokes_with_the_mitre_limit_of_a_sign)
{
	static const char wanted[] = "a stroke has the mitre limit of the sign of a run";

	check_refused("1000 M 1 1 m 1.5 2 l S", 1, wanted);
	check_refused("1000 M 1 1 m 1.5 1 l f", 1, wanted);
	check_refused("1000 M 0 0 0 RG 1 1 m 1.5 1 l S", 1, wanted);
	check_refused("1000 M 1 1 m", 1, wanted);
	check_refused("1000.5 M 1 1 m 1.5 1 l S", 1, wanted);
	check_refused("1000.0 M 1 1 m 1.5 1 l S", 1, wanted);
	check_refused("(1000) M 1 1 m 1.5 1 l S", 1, "a mitre limit is damaged");
	check_refused("1000 1000 M 1 1 m 1.5 1 l S", 1, "a mitre limit is damaged");
	check_refused("M 1 1 m 1.5 1 l S", 1, "a mitre limit is damaged");
}

Test(pdf_content, refuses_painting_before_the_first_run)
{
	static const char *const painting[] = {
		"0 0 m 1 1 l S",    "0 0 m 1 1 l s",
		"0 0 9 9 re f",     "0 0 9 9 re F",
		"0 0 9 9 re f*",    "0 0 9 9 re B",
		"0 0 9 9 re B*",    "0 0 9 9 re b",
		"0 0 9 9 re b*",    "/sh5 sh",
		"/x5 Do",           "BT (a) Tj ET",
		"BT [(a)] TJ ET",   "BT (a) ' ET",
		"BT 1 1 (a) \" ET", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
	};

	for (size_t i = 0; i < sizeof(painting) / sizeof(*painting); i++) {
		const char *text = arena_printf(arena, "q %s Q\n" SIGN_0, painting[i]);

		check_refused(text, 1, "something is painted outside its runs");
		text = arena_printf(arena, SIGN_0 "q %s Q\n", painting[i]);
		check_marked(text, 1, arena_printf(arena, RUN_0 "q %s Q\nEMC\n", painting[i]));
	}
	check_marked("q 0 0 9 9 re W n Q 1 0 0 1 5 5 cm\n" SIGN_0, 1,
		     "q 0 0 9 9 re W n Q 1 0 0 1 5 5 cm\n" RUN_0 "EMC\n");
}

Test(pdf_content, takes_no_text_for_operators)
{
	static const char content[] = SIGN_0 "BT (1001 M 1 1 m 1.5 1 l S) Tj (\\) f (q) Q) Tj "
					     "<71> Tj % Q Q 1001 M\n"
					     "[(Q)-5(\\\\)] TJ ET /Q gs\n";
	struct buffer wanted;

	buffer_init(&wanted);
	buffer_printf(&wanted, RUN_0 "%sEMC\n", content + strlen(SIGN_0));
	check_marked(content, 1, buffer_text(&wanted));
	buffer_clear(&wanted);
}

Test(pdf_content, keeps_marked_content_within_a_run)
{
	static const char body[] =
		"/Span <</ActualText (a)>> BDC BT (b) Tj ET EMC\n"
		"BT /Span <</ActualText <feff> /B [1 (EMC)]>> BDC (c) Tj EMC ET\n"
		"/Point MP /Point <</A true /B null>> DP\n";

	check_marked(arena_printf(arena, SIGN_0 "%s", body), 1,
		     arena_printf(arena, RUN_0 "%sEMC\n", body));
}

Test(pdf_content, refuses_marked_content_that_does_not_nest)
{
	static const char wanted[] = "text objects and marked content are not nested";

	check_refused(SIGN_0 "EMC", 1, wanted);
	check_refused(SIGN_0 "/A BMC", 1, wanted);
	check_refused(SIGN_0 "/A BMC BT EMC ET", 1, wanted);
	check_refused(SIGN_0 "BT /A BMC ET EMC", 1, wanted);
	check_refused(SIGN_0 "/A BMC BT EMC /B BMC ET EMC", 1, wanted);
	check_refused(SIGN_0 "ET", 1, wanted);
	check_refused(SIGN_0 "BT BT ET ET", 1, "a text object stands within another");
}

Test(pdf_content, refuses_runs_that_begin_where_none_may)
{
	static const char wanted[] = "a run begins amid a path, a text or marked content";

	check_refused("BT " SIGN_0 "ET", 1, wanted);
	check_refused("/A BMC " SIGN_0 "EMC", 1, wanted);
	check_refused("0 0 m " SIGN_0, 1, wanted);
	check_refused("0 0 9 9 re " SIGN_0 "n", 1, wanted);
}

Test(pdf_content, refuses_saves_and_restores_that_do_not_match)
{
	check_refused(SIGN_0 "q", 1, "q and Q do not match");
	check_refused(SIGN_0 "q Q Q", 1, "q and Q do not match");
	check_refused("Q q " SIGN_0, 1, "q and Q do not match");
}

Test(pdf_content, refuses_what_is_cut_off_or_damaged)
{
	static const char damaged[] = "its content is damaged", cut[] = "its content is cut off";

	check_refused(SIGN_0 "BT (a Tj ET", 1, damaged);
	check_refused(SIGN_0 "BT [(a) Tj ET", 1, damaged);
	check_refused(SIGN_0 "] q", 1, damaged);
	check_refused(SIGN_0 "/A << q >> gs", 1, damaged);
	check_refused(SIGN_0 "q ) Q", 1, damaged);
	check_refused(SIGN_0 "<4", 1, damaged);
	check_refused(SIGN_0 "[1 2", 1, cut);
	check_refused(SIGN_0 "1 0 0", 1, cut);
	check_refused(SIGN_0 "0 0 m 1 1 l", 1, cut);
	check_refused(SIGN_0 "BT", 1, cut);
}

Test(pdf_content, refuses_operators_it_does_not_know)
{
	static const char wanted[] = "its content has an operator that is not known";

	check_refused(SIGN_0 "1 2 xyz", 1, wanted);
	check_refused(SIGN_0 "R", 1, wanted);
	check_refused(SIGN_0 "ff", 1, wanted);
	check_refused(SIGN_0 "Te", 1, wanted);
	check_refused(SIGN_0 "BDCx", 1, wanted);
	check_refused(SIGN_0 "\xe9", 1, wanted);
	check_refused(SIGN_0 "EI", 1, wanted);
	check_marked("BX 1 2 xyz EX " SIGN_0, 1, "BX 1 2 xyz EX " RUN_0 "EMC\n");
}

Test(pdf_content, passes_over_images_in_the_content)
{
	static const char *const images[] = {
		"BI /W 4 /H 1 /BPC 8 /CS /G ID Q EI\nEI Q",
		"BI /Width 2 /Height 2 /BitsPerComponent 4 /ColorSpace /DeviceRGB ID EI Q (\nEI",
		"BI /W 9 /H 2 /IM true ID \xff\xff( EI",
		"BI /W 9 /H 2 /F /Fl ID \x80 EI \x80 Q ( EI",
		"BI /W 9 /H 2 /F [/A85 /Fl] /L 7 ID x EI Q( EI",
	};

	/* Of each, the data hold what would be taken for operators, and for a string without an end. */
	for (size_t i = 1; i < sizeof(images) / sizeof(*images); i++)
		check_marked(arena_printf(arena, SIGN_0 "q %s Q\n", images[i]), 1,
			     arena_printf(arena, RUN_0 "q %s Q\nEMC\n", images[i]));
	check_marked(arena_printf(arena, SIGN_0 "q %s\n", images[0]), 1,
		     arena_printf(arena, RUN_0 "q %s\nEMC\n", images[0]));
}

Test(pdf_content, refuses_images_without_an_end)
{
	static const char wanted[] = "an image in its content is damaged";

	check_refused(SIGN_0 "BI", 1, wanted);
	check_refused(SIGN_0 "BI /W", 1, wanted);
	check_refused(SIGN_0 "BI /W 4 Q", 1, wanted);
	check_refused(SIGN_0 "BI /W 4 ID", 1, wanted);
	check_refused(SIGN_0 "BI /W 4 /F /Fl ID abc", 1, wanted);
	check_refused(SIGN_0 "BI /W 4 /F /Fl ID abcEI Q", 1, wanted);
	check_refused(SIGN_0 "BI /W 4 /H 4 /BPC 8 /CS /G ID abc EI Q", 1, wanted);
	check_refused(SIGN_0 "BI /W 1048576 /H 1048576 /BPC 16 /CS /CMYK ID abc EI Q", 1, wanted);
	check_refused(SIGN_0 "BI /W 4 /H 1 /BPC 8 /CS /G ID abcde EI Q", 1, wanted);
}
