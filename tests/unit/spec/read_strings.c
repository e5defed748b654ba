/* Tables of words that stand on another one. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "model/strings.h"
#include "spec/read.h"
#include "support/messages.h"
#include "support/workplace.h"

static const char bases[] = "inputs/strings";
static struct workplace place;

static void set_up(void)
{
	place = workplace_new();
}

static void tear_down(void)
{
	workplace_free(&place);
}

TestSuite(spec_read_strings, .init = set_up, .fini = tear_down);

static struct strings *table(const char *name, const char *language, const char *base,
			     const char *texts)
{
	char text[1000];

	snprintf(text, sizeof(text),
		 "<strings xmlns='urn:gradient:strings:1' version='1' xml:lang='%s'%s%s%s>%s"
		 "</strings>",
		 language, base == NULL ? "" : " base='", base == NULL ? "" : base,
		 base == NULL ? "" : "'", texts);
	workplace_file(&place, name, text);
	return strings_read(place.arena, workplace_path(&place, name), bases,
			    (struct location){ 0 }, place.diags);
}

Test(spec_read_strings, has_texts_of_the_base_where_it_has_none)
{
	const struct strings *strings =
		table("own.xml", "en-GB", "en-GB", "<s id='contents'>What is inside</s>");

	cr_assert_not_null(strings, "%s", workplace_said(&place));
	cr_expect_str_eq(strings_text(strings, STRING_CONTENTS), "What is inside");
	cr_expect_str_eq(strings_text(strings, STRING_ACTIONS), "What we did");
	cr_expect(strings->own[STRING_CONTENTS]);
	cr_expect_not(strings->own[STRING_ACTIONS]);
}

Test(spec_read_strings, lets_names_in_braces_stand_in_another_order)
{
	cr_expect_not_null(table("own.xml", "en-GB", "en-GB",
				 "<s id='phrase-gap-first-last'>{last} {g2}; {first} {g1}</s>"),
			   "%s", workplace_said(&place));
}

Test(spec_read_strings, refuses_a_name_that_is_never_filled_in)
{
	cr_expect_null(table("own.xml", "en-GB", "en-GB", "<s id='date'>{dya} {month}</s>"));
	cr_expect_eq(messages_count(place.diags, "SPC173"), 1);
}

Test(spec_read_strings, refuses_a_base_that_is_not_there)
{
	cr_expect_null(table("own.xml", "en-GB", "en-XX", "<s id='contents'>A</s>"));
	cr_expect_eq(messages_count(place.diags, "SPC172"), 1);
}

Test(spec_read_strings, refuses_a_base_in_another_folder)
{
	cr_expect_null(table("own.xml", "en-GB", "../strings/en-GB", "<s id='contents'>A</s>"));
	cr_expect_eq(messages_count(place.diags, "SPC172"), 1);
}

Test(spec_read_strings, refuses_a_base_of_a_base)
{
	table("first.xml", "en-GB", "en-GB", "<s id='contents'>A</s>");
	cr_expect_null(table("second.xml", "en-GB", "first", "<s id='contents'>B</s>"));
	cr_expect_eq(messages_count(place.diags, "SPC172"), 1);
	/* Nor can a table be its own base. */
	cr_expect_null(table("third.xml", "en-GB", "third", "<s id='contents'>B</s>"));
}

/* Dogs: zero, one, two, few, many and other, as Unicode's examples of Welsh have them. */
Test(spec_read_strings, counts_in_the_forms_of_the_language)
{
	static const struct {
		size_t number;
		const char *text;
	} counts[] = { { 0, "cwn" },  { 1, "ci" },    { 2, "gi" },
		       { 3, "chi" },  { 4, "o gwn" }, { 5, "o gwn" },
		       { 6, "chwi" }, { 7, "o gwn" }, { 11, "o gwn" } };
	const struct strings *welsh =
		table("own.xml", "cy-GB", "en-GB",
		      "<s id='changes-new.zero'>cwn</s><s id='changes-new.one'>ci</s>"
		      "<s id='changes-new.two'>gi</s><s id='changes-new.few'>chi</s>"
		      "<s id='changes-new.many'>chwi</s><s id='changes-new.other'>o gwn</s>");

	cr_assert_not_null(welsh, "%s", workplace_said(&place));
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		enum string_id id =
			strings_counted(welsh, STRING_CHANGES_NEW_OTHER, counts[i].number);

		cr_expect_str_eq(strings_text(welsh, id), counts[i].text, "%zu", counts[i].number);
	}
}

/* What a table has not got its base counts in its own forms. */
Test(spec_read_strings, counts_in_the_forms_of_the_base_what_it_lacks)
{
	static const struct {
		size_t number;
		enum string_id id;
	} counts[] = { { 0, STRING_CHANGES_MORE_OTHER }, { 1, STRING_CHANGES_MORE_ONE },
		       { 2, STRING_CHANGES_MORE_OTHER }, { 3, STRING_CHANGES_MORE_OTHER },
		       { 6, STRING_CHANGES_MORE_OTHER }, { 11, STRING_CHANGES_MORE_OTHER } };
	const struct strings *welsh = strings_read(place.arena, "inputs/strings/cy-GB.xml", bases,
						   (struct location){ 0 }, place.diags);

	cr_assert_not_null(welsh, "%s", workplace_said(&place));
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		cr_expect_eq(strings_counted(welsh, STRING_CHANGES_MORE_OTHER, counts[i].number),
			     counts[i].id, "%zu", counts[i].number);
}

Test(spec_read_strings, finds_the_texts_of_the_technical_register)
{
	const struct strings *strings = strings_read(place.arena, "inputs/strings/en-GB.xml", bases,
						     (struct location){ 0 }, place.diags);

	cr_assert_not_null(strings, "%s", workplace_said(&place));
	cr_expect_eq(strings_technical(strings, STRING_PHRASE_HIGHER),
		     STRING_PHRASE_HIGHER_TECHNICAL);
	cr_expect_eq(strings_technical(strings, STRING_PHRASE_GAP), STRING_PHRASE_GAP);
}

static const struct strings *program_table(const char *path)
{
	const struct strings *strings =
		strings_read(place.arena, path, bases, (struct location){ 0 }, place.diags);

	cr_assert_not_null(strings, "%s", workplace_said(&place));
	return strings;
}

/* Welsh has words for "not available" and none for the reason. */
Test(spec_read_strings, tells_texts_of_one_language_from_those_of_two)
{
	const struct strings *welsh = program_table("inputs/strings/cy-GB.xml");

	cr_expect(welsh->own[STRING_NOTE_NOT_AVAILABLE] &&
		  !welsh->own[STRING_REASON_NO_DENOMINATOR]);
	cr_expect_not(
		strings_agree(welsh, STRING_NOTE_NOT_AVAILABLE, STRING_REASON_NO_DENOMINATOR));
	cr_expect(strings_agree(welsh, STRING_NOTE_NOT_AVAILABLE, STRING_NOTE_SUPPRESSED));
	cr_expect(strings_agree(welsh, STRING_REASON_NO_DENOMINATOR, STRING_REASON_GROUP_HIDDEN));
}

Test(spec_read_strings, a_base_in_the_same_language_is_no_other_language)
{
	const struct strings *table_of_own =
		table("own.xml", "en-GB", "en-GB", "<s id='note-not-available'>[x] none</s>");

	cr_assert_not_null(table_of_own, "%s", workplace_said(&place));
	cr_expect(strings_agree(table_of_own, STRING_NOTE_NOT_AVAILABLE,
				STRING_REASON_NO_DENOMINATOR));
}

/* Every table that comes with the program can be read, and says nothing that its base does not ask for. */
Test(spec_read_strings, reads_the_tables_of_the_program)
{
	static const char *const tables[] = { "inputs/strings/en-GB.xml",
					      "inputs/strings/en-GB-easy-read.xml",
					      "inputs/strings/cy-GB.xml" };

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		cr_expect_not_null(strings_read(place.arena, tables[i], bases,
						(struct location){ 0 }, place.diags),
				   "%s", workplace_said(&place));
}
