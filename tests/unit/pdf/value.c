#include "pdf/value.h"

#include <criterion/criterion.h>
#include <limits.h>
#include <string.h>

#include "base/buffer.h"
#include "pdf/lexeme.h"

static void check_slice(struct pdf_slice slice, const char *wanted)
{
	cr_expect(slice.length == strlen(wanted) && memcmp(slice.bytes, wanted, slice.length) == 0,
		  "\"%.*s\" instead of \"%s\"", (int)slice.length, slice.bytes, wanted);
}

static void check_taken(struct pdf_slice *rest, enum pdf_kind kind, const char *text)
{
	struct pdf_slice value;

	cr_expect_eq(pdf_take(rest, &value), kind, "at \"%s\"", text);
	check_slice(value, text);
}

Test(pdf_value, takes_values_of_every_kind)
{
	struct pdf_slice rest =
		pdf_text(" 12 -.5 /Name (text)<6162>[1 [2]]<</A<</B 1>>>> 7 0 R true\n");

	check_taken(&rest, PDF_NUMBER, "12");
	check_taken(&rest, PDF_NUMBER, "-.5");
	check_taken(&rest, PDF_NAME, "/Name");
	check_taken(&rest, PDF_STRING, "(text)");
	check_taken(&rest, PDF_STRING, "<6162>");
	check_taken(&rest, PDF_ARRAY, "[1 [2]]");
	check_taken(&rest, PDF_DICTIONARY, "<</A<</B 1>>>>");
	check_taken(&rest, PDF_REFERENCE, "7 0 R");
	check_taken(&rest, PDF_KEYWORD, "true");
	check_taken(&rest, PDF_NONE, "");
	check_taken(&rest, PDF_NONE, "");
}

Test(pdf_value, tells_numbers_that_follow_each_other_from_references)
{
	struct pdf_slice rest = pdf_text("1 2 3 0 R 4 0 RG 5 -1 R 1.5 0 R");

	check_taken(&rest, PDF_NUMBER, "1");
	check_taken(&rest, PDF_NUMBER, "2");
	check_taken(&rest, PDF_REFERENCE, "3 0 R");
	check_taken(&rest, PDF_NUMBER, "4");
	check_taken(&rest, PDF_NUMBER, "0");
	check_taken(&rest, PDF_KEYWORD, "RG");
	check_taken(&rest, PDF_NUMBER, "5");
	check_taken(&rest, PDF_NUMBER, "-1");
	check_taken(&rest, PDF_KEYWORD, "R");
	check_taken(&rest, PDF_NUMBER, "1.5");
	check_taken(&rest, PDF_NUMBER, "0");
}

Test(pdf_value, passes_over_comments_and_all_kinds_of_white_space)
{
	struct pdf_slice rest = { "\0\t\f\r\n 1%one\r2%(\n%%\n3 % no end", 30 };

	check_taken(&rest, PDF_NUMBER, "1");
	check_taken(&rest, PDF_NUMBER, "2");
	check_taken(&rest, PDF_NUMBER, "3");
	check_taken(&rest, PDF_NONE, "");
}

Test(pdf_value, finds_the_end_of_a_string_with_brackets_and_escapes)
{
	struct pdf_slice rest = pdf_text("(a (b) \\) \\\\)(% no comment)(\\(");

	check_taken(&rest, PDF_STRING, "(a (b) \\) \\\\)");
	check_taken(&rest, PDF_STRING, "(% no comment)");
	check_taken(&rest, PDF_NONE, "");
	cr_expect_eq(rest.length, 0, "nothing can be read behind a string without an end");
}

Test(pdf_value, takes_no_brackets_that_do_not_match)
{
	static const char *const texts[] = { "[1 2",      "<< /A 1",    "[ >>", "<< ]",   "]",
					     ">>",        ">",          ")",    "{",      "[ (a ]",
					     "[ << ] >>", "<< /A [ >>", "<41",  "[<<41>]" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct pdf_slice rest = pdf_text(texts[i]), value;

		cr_expect_eq(pdf_take(&rest, &value), PDF_NONE, "%s", texts[i]);
		cr_expect_eq(value.length, 0);
	}
}

Test(pdf_value, takes_deep_brackets_up_to_a_bound)
{
	char text[2000] = "";

	memset(text, '[', 100);
	memset(text + 100, ']', 100);
	cr_expect_eq(pdf_kind_of(pdf_text(text)), PDF_ARRAY);
	memset(text, '[', 1000);
	memset(text + 1000, ']', 999);
	cr_expect_eq(pdf_kind_of(pdf_text(text)), PDF_NONE);
}

Test(pdf_value, reads_entries_of_a_dictionary)
{
	struct pdf_slice dictionary = pdf_text(
		"<< /Type /Page % 1\n /A#42 (x) /Inner << /Type /Other >> /Kids [4 0 R 5 0 R] "
		"/Twice 1 /Twice 2 /Last 3 0 R>>");

	check_slice(pdf_value_of(dictionary, "Type"), "/Page");
	check_slice(pdf_value_of(dictionary, "AB"), "(x)");
	check_slice(pdf_value_of(dictionary, "Kids"), "[4 0 R 5 0 R]");
	check_slice(pdf_value_of(dictionary, "Twice"), "1");
	check_slice(pdf_value_of(dictionary, "Last"), "3 0 R");
	check_slice(pdf_value_of(pdf_value_of(dictionary, "Inner"), "Type"), "/Other");
	check_slice(pdf_value_of(dictionary, "Page"), "");
	check_slice(pdf_value_of(pdf_text("[/Type /Page]"), "Type"), "");
	check_slice(pdf_value_of(pdf_text(""), "Type"), "");
	check_slice(pdf_value_of(pdf_text("<< /A >>"), "A"), "");
	check_slice(pdf_value_of(pdf_text("<< (A) 1 /B 2 >>"), "B"), "");
}

Test(pdf_value, gives_what_stands_between_brackets)
{
	check_slice(pdf_inside(pdf_text("[1 2]")), "1 2");
	check_slice(pdf_inside(pdf_text("<< /A 1 >>")), " /A 1 ");
	check_slice(pdf_inside(pdf_text("(text)")), "");
	check_slice(pdf_inside(pdf_text("")), "");
}

Test(pdf_value, reads_whole_numbers_within_bounds)
{
	long number = 77;

	cr_expect(pdf_integer(pdf_text("+17"), 0, 100, &number) && number == 17);
	cr_expect(pdf_integer(pdf_text("-3"), -3, 100, &number) && number == -3);
	cr_expect(pdf_integer(pdf_text("0000000000123"), 0, 200, &number) && number == 123);
	number = 77;
	cr_expect_not(pdf_integer(pdf_text("101"), 0, 100, &number));
	cr_expect_not(pdf_integer(pdf_text("-1"), 0, 100, &number));
	cr_expect_not(pdf_integer(pdf_text("1.0"), 0, 100, &number));
	cr_expect_not(pdf_integer(pdf_text("99999999999999999999999"), 0, LONG_MAX, &number));
	cr_expect_not(pdf_integer(pdf_text("-"), -9, 9, &number));
	cr_expect_not(pdf_integer(pdf_text(""), -9, 9, &number));
	cr_expect_not(pdf_integer(pdf_text("1 0 R"), 0, 9, &number));
	cr_expect_eq(number, 77, "untouched");
}

Test(pdf_value, reads_real_numbers_in_all_their_forms)
{
	static const struct {
		const char *text;
		double number;
	} forms[] = { { "34.5", 34.5 },   { "-3.62", -3.62 }, { "+123.6", 123.6 }, { "4.", 4 },
		      { "-.002", -.002 }, { "0.0", 0 },       { "12", 12 } };
	double number = 77;

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		cr_expect(pdf_real(pdf_text(forms[i].text), &number) && number == forms[i].number,
			  "%s", forms[i].text);
	number = 77;
	cr_expect_not(pdf_real(pdf_text("1e3"), &number));
	cr_expect_not(pdf_real(pdf_text("1.2.3"), &number));
	cr_expect_not(pdf_real(pdf_text("."), &number));
	cr_expect_not(pdf_real(pdf_text("/1"), &number));
	cr_expect_eq(number, 77, "untouched");
}

Test(pdf_value, reads_references_to_objects_that_can_be)
{
	int number = 0, generation = 0;

	cr_expect(pdf_reference(pdf_text("12 3 R"), &number, &generation));
	cr_expect(number == 12 && generation == 3);
	cr_expect(pdf_reference(pdf_text("8388607 65535 R"), &number, &generation));
	cr_expect_not(pdf_reference(pdf_text("8388608 0 R"), &number, &generation));
	cr_expect_not(pdf_reference(pdf_text("0 0 R"), &number, &generation));
	cr_expect_not(pdf_reference(pdf_text("1 65536 R"), &number, &generation));
	cr_expect_not(pdf_reference(pdf_text("1 0 obj"), &number, &generation));
	cr_expect_not(pdf_reference(pdf_text("1"), &number, &generation));
	cr_expect_not(pdf_reference(pdf_text(""), &number, &generation));
}

Test(pdf_value, compares_names_with_their_escapes)
{
	cr_expect(pdf_is_name(pdf_text("/Flate#44ecode"), "FlateDecode"));
	cr_expect(pdf_is_name(pdf_text("/A#"), "A#"));
	cr_expect(pdf_is_name(pdf_text("/A#4"), "A#4"));
	cr_expect(pdf_is_name(pdf_text("/A#xy"), "A#xy"));
	cr_expect(pdf_is_name(pdf_text("/"), ""));
	cr_expect_not(pdf_is_name(pdf_text("/Flate"), "FlateDecode"));
	cr_expect_not(pdf_is_name(pdf_text("/FlateDecode"), "Flate"));
	cr_expect_not(pdf_is_name(pdf_text("(Flate)"), "Flate"));
	cr_expect_not(pdf_is_name(pdf_text(""), ""));
}

static void check_bytes(const char *value, const char *wanted, size_t length)
{
	struct buffer bytes;

	buffer_init(&bytes);
	cr_expect(pdf_bytes_of(pdf_text(value), &bytes), "%s", value);
	cr_expect(bytes.length == length &&
			  (length == 0 || memcmp(bytes.bytes, wanted, length) == 0),
		  "%s became \"%s\"", value, buffer_text(&bytes));
	buffer_clear(&bytes);
}

Test(pdf_value, gives_the_bytes_of_names_and_strings)
{
	struct buffer bytes;

	check_bytes("(a(b)c)", "a(b)c", 5);
	check_bytes("(\\n\\r\\t\\b\\f\\(\\)\\\\\\z)", "\n\r\t\b\f()\\z", 9);
	check_bytes("(\\101\\0501\\53\\0)", "A(1+\0", 5);
	check_bytes("(one\\\r\ntwo\\\nthree\\\rfour)", "onetwothreefour", 15);
	check_bytes("(one\r\ntwo\rthree\n)", "one\ntwo\nthree\n", 14);
	check_bytes("()", "", 0);
	check_bytes("<48 65\n6C6c6F>", "Hello", 5);
	check_bytes("<4>", "@", 1);
	check_bytes("<>", "", 0);
	check_bytes("/A#42#c3#a9", "AB\xc3\xa9", 4);
	buffer_init(&bytes);
	cr_expect_not(pdf_bytes_of(pdf_text("12"), &bytes));
	cr_expect_not(pdf_bytes_of(pdf_text("[(a)]"), &bytes));
	cr_expect_eq(bytes.length, 0);
}

Test(pdf_lexeme, tells_brackets_and_operators_apart)
{
	static const enum pdf_lexeme wanted[] = {
		LEXEME_ARRAY_OPEN,       LEXEME_STRING,          LEXEME_NUMBER,  LEXEME_ARRAY_CLOSE,
		LEXEME_KEYWORD,          LEXEME_DICTIONARY_OPEN, LEXEME_NAME,    LEXEME_NAME,
		LEXEME_DICTIONARY_CLOSE, LEXEME_KEYWORD,         LEXEME_KEYWORD, LEXEME_END
	};
	struct pdf_slice rest = pdf_text("[(a)-5]TJ<</A/B>>BDC T*"), lexeme;

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		cr_expect_eq(pdf_lex(&rest, &lexeme), wanted[i], "lexeme %zu", i);
}
