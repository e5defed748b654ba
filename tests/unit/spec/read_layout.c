/* Layouts, themes and tables of words from their files, whole or not at all. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "spec/read.h"
#include "support/fixture_place.h"
#include "support/messages.h"
#include "support/program.h"

TestSuite(spec_read_layout, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static const char bases[] = "inputs/strings";
static const struct location from = { .file = "report.xml", .line = 1, .column = 2 };

/* A file that comes with the program, with one text in it replaced. */
static const char *changed(const char *file, const char *what, const char *by)
{
	const char *text = file_text(arena, file, NULL);

	cr_assert_not_null(strstr(text, what), "no %s in %s", what, file);
	workplace_file(&place, "own.xml", text_replace(arena, text, what, by));
	return workplace_path(&place, "own.xml");
}

Test(spec_read_layout, reads_the_layouts_that_come_with_the_program)
{
	static const char *const files[] = { "layouts/annual-report-a4.xml",
					     "layouts/research-appendix-a4.xml" };

	for (size_t i = 0; i < 2; i++) {
		const struct layout *layout = layout_read(arena, files[i], from, place.diags);

		cr_assert_not_null(layout, "%s", workplace_said(&place));
		/* A4 is 210 by 297 mm. */
		cr_expect_float_eq(layout->width_pt, 595.28, 0.01);
		cr_expect_float_eq(layout->height_pt, 841.89, 0.01);
		cr_expect_gt(layout_text_width(layout), 300);
		for (int role = 0; role < TEXT_ROLE_COUNT; role++) {
			cr_expect_geq(layout->styles[role].size_pt, 9, "%s",
				      text_role_name((enum text_role)role));
			cr_expect_geq(layout->styles[role].line_pt, layout->styles[role].size_pt);
		}
		cr_expect_not_null(layout_heading(layout, SECTION_DOMAIN, 1));
	}
}

/* The design asks for a text width of 159 mm. */
Test(spec_read_layout, has_the_text_width_of_the_design)
{
	const struct layout *layout =
		layout_read(arena, "layouts/annual-report-a4.xml", from, place.diags);

	cr_expect_float_eq(layout_text_width(layout) / 72 * 25.4, 159, 0.1);
}

Test(spec_read_layout, refuses_small_type_and_close_lines)
{
	const char *text = file_text(arena, "layouts/annual-report-a4.xml", NULL);
	const char *size = strstr(text, "<style "), *at = strstr(size, " size=\"");
	char *small = arena_strdup(arena, text);

	cr_assert_not_null(at);
	memcpy(small + (at - text) + strlen(" size=\""), "8.9pt\"", 6);
	workplace_file(&place, "own.xml", small);
	cr_expect_null(layout_read(arena, workplace_path(&place, "own.xml"), from, place.diags));
}

Test(spec_read_layout, wants_every_style)
{
	cr_expect_null(layout_read(
		arena, changed("layouts/annual-report-a4.xml", "role=\"body\"", "role=\"lead\""),
		from, place.diags));
	cr_expect_geq(messages_count(place.diags, "LAY01"), 1, "%s", workplace_said(&place));
}

Test(spec_read_layout, refuses_files_of_another_kind)
{
	cr_expect_null(layout_read(arena, "layouts/nhs-blue.xml", from, place.diags));
	cr_expect_null(
		theme_read(arena, "layouts/annual-report-a4.xml", "fonts", from, place.diags));
	cr_expect_null(strings_read(arena, "layouts/nhs-blue.xml", bases, from, place.diags));
	cr_expect_eq(messages_count(place.diags, "SPC02"), 3, "%s", workplace_said(&place));
}

/* The message stands where the report names the file. */
Test(spec_read_layout, says_where_a_missing_file_is_named)
{
	cr_expect_null(layout_read(arena, workplace_path(&place, "none.xml"), from, place.diags));
	cr_expect_not_null(strstr(workplace_said(&place),
				  "report.xml:1:2: error: cannot read the file: none.xml"),
			   "%s", workplace_said(&place));
}

Test(spec_read_layout, reads_the_themes_that_come_with_the_program)
{
	static const char *const files[] = { "layouts/nhs-blue.xml", "layouts/plain.xml" };

	for (size_t i = 0; i < 2; i++) {
		const struct theme *theme = theme_read(arena, files[i], "fonts", from, place.diags);

		cr_assert_not_null(theme, "%s", workplace_said(&place));
		for (int role = 0; role < FONT_ROLE_COUNT; role++) {
			cr_expect_gt(theme->families[role].count, 0);
			for (size_t face = 0; face < theme->families[role].count; face++)
				cr_expect(path_exists(theme->families[role].faces[face].file));
		}
	}
}

Test(spec_read_layout, reads_colours_to_the_bit)
{
	const char *text = file_text(arena, "layouts/plain.xml", NULL);
	const char *at = strstr(text, "role=\"text\" value=\"#");
	char *own = arena_strdup(arena, text);
	const struct theme *theme;
	struct colour colour;

	cr_assert_not_null(at);
	memcpy(own + (at - text) + strlen("role=\"text\" value=\"#"), "80fF00", 6);
	workplace_file(&place, "own.xml", own);
	theme = theme_read(arena, workplace_path(&place, "own.xml"), "fonts", from, place.diags);
	cr_assert_not_null(theme, "%s", workplace_said(&place));
	colour = theme->colours[colour_role_find("text")];
	cr_expect_float_eq(colour.red, 128 / 255.0, 1e-12);
	cr_expect_float_eq(colour.green, 1, 1e-12);
	cr_expect_float_eq(colour.blue, 0, 1e-12);
}

Test(spec_read_layout, reads_fonts_from_the_folders_of_the_theme_and_the_fonts_alone)
{
	static const char theme[] =
		"<theme xmlns='urn:gradient:theme:1' version='1' name='own'>\n"
		"<font role='text' family='F'><face file='../../../etc/passwd' weight='400'/></font>\n"
		"<font role='display' family='F'><face file='none.ttf' weight='400'/></font>\n"
		"<colour role='text' value='#000000'/></theme>";

	workplace_file(&place, "own.xml", theme);
	cr_expect_null(
		theme_read(arena, workplace_path(&place, "own.xml"), "fonts", from, place.diags));
	cr_expect_not_null(
		strstr(workplace_said(&place),
		       "own.xml:2:42: error: the file lies outside the folders that may be "
		       "read: ../../../etc/passwd [SPC16]\n    hint: font files lie beside "
		       "the theme or in the fonts folder\n"),
		"%s", workplace_said(&place));
	cr_expect_not_null(strstr(workplace_said(&place),
				  "own.xml:3:45: error: cannot read the file: "
				  "none.ttf [SPC21]\n"),
			   "%s", workplace_said(&place));
}

Test(spec_read_layout, reads_every_word_of_the_program)
{
	const struct strings *strings =
		strings_read(arena, "inputs/strings/en-GB.xml", bases, from, place.diags);

	cr_assert_not_null(strings, "%s", workplace_said(&place));
	cr_expect_str_eq(strings->language, "en-GB");
	for (int id = 0; id < STRING_COUNT; id++)
		cr_expect(strings_text(strings, (enum string_id)id) != NULL ||
				  !string_id_is_needed((enum string_id)id, "en-GB"),
			  "%s", string_id_name((enum string_id)id));
}

Test(spec_read_layout, refuses_tables_of_words_that_lack_some_or_have_others)
{
	const char *path =
		changed("inputs/strings/en-GB.xml", "<s id=\"figure\">", "<s id=\"figuer\">");

	cr_expect_null(strings_read(arena, path, bases, from, place.diags));
	cr_expect_eq(messages_count(place.diags, "LAY01"), 1);
	cr_expect_eq(messages_count(place.diags, "LAY03"), 1);
}

Test(spec_read_layout, refuses_a_text_that_is_there_twice)
{
	const char *path = changed("inputs/strings/en-GB.xml", "<s id=\"figure\">",
				   "<s id=\"figure\">x</s><s id=\"figure\">");

	cr_expect_null(strings_read(arena, path, bases, from, place.diags));
	cr_expect_eq(messages_count(place.diags, "SPC13"), 1);
}
