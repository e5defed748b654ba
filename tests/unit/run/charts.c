/* Charts as loose files, and as pictures with words: what a run makes of them. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/fixture_place.h"
#include "support/planted.h"
#include "support/program.h"

TestSuite(charts, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static const char *built(const char *formats)
{
	const char *folder = place.folder;

	planted_write(folder);
	planted_run(folder, (const char *[]){ "build", "report.xml", "-q", "-o", "out", "--formats",
					      formats, NULL });
	return folder;
}

/* One without a figure to show has no table of figures. */
Test(charts, each_has_its_two_svgs_a_png_a_pdf_and_its_words)
{
	const char *folder = built("charts");

	cr_expect_str_eq(planted_shell(folder, "cd out/charts; for one in *.text.svg; do "
					       "id=${one%.text.svg}; for end in svg png pdf txt; "
					       "do test -s $id.$end || echo $id.$end; done; done"),
			 "");
	cr_expect_str_neq(planted_shell(folder, "ls out/charts/*.text.svg"), "");
	cr_expect_str_neq(planted_shell(folder, "ls out/charts/*.csv"), "");
	cr_expect_str_eq(planted_shell(folder, "cd out/charts; for one in *.pdf; do "
					       "qpdf --check $one >/dev/null || echo $one; done"),
			 "");
}

Test(charts, files_that_another_edition_makes_are_made_once)
{
	const char *folder = built("svg,svg-text,png,charts");

	cr_expect_str_neq(planted_shell(folder, "ls out/charts/index.html out/charts/*.svg"), "");
}

/* Every address of the page is a place in it or a file beside it. */
Test(charts, the_page_leads_to_what_is_there)
{
	const char *folder = built("charts");

	cr_expect_str_eq(
		planted_shell(
			folder,
			"cd out/charts; grep -o 'href=\"[^\"#]*\"' index.html | cut -d'\"' -f2 | "
			"while read one; do test -e $one || echo $one; done; "
			"grep -o 'href=\"#[^\"]*\"' index.html | cut -d'#' -f2 | tr -d '\"' | "
			"while read one; do grep -qF \"id=\\\"$one\\\"\" index.html || echo $one; done"),
		"");
	cr_expect_str_eq(planted_shell(folder, "grep -c '<h1' out/charts/index.html"), "1\n");
	cr_expect_str_eq(planted_shell(folder, "grep -o ' style=' out/charts/index.html || true"),
			 "");
}

Test(charts, of_cards_have_a_page_that_leads_to_each_of_their_files)
{
	const char *folder = built("cards");

	cr_expect_str_neq(planted_shell(folder, "ls out/cards/*.png"), "");
	cr_expect_str_eq(planted_shell(folder,
				       "cd out/cards; for one in *.png *.svg *.txt; do grep -qF "
				       "\"href=\\\"$one\\\"\" index.html || echo $one; done"),
			 "");
	cr_expect_str_eq(
		planted_shell(
			folder,
			"cd out/cards; grep -o 'href=\"[^\"#]*\"' index.html | cut -d'\"' -f2 | "
			"while read one; do test -e $one || echo $one; done"),
		"");
}

Test(charts, what_is_hidden_stands_in_none_of_their_files)
{
	const char *folder = built("charts,cards");

	planted_expect_none(planted_shell(folder,
					  "cat out/charts/*.csv out/charts/*.txt; "
					  "cat out/charts/*.text.svg | sed 's/<[^>]*>/ /g'"),
			    "loose charts");
	planted_expect_none(planted_shell(folder, "cat out/cards/*.txt"), "words of cards");
}

Test(charts, have_the_same_bytes_again)
{
	const char *folder = built("charts");

	planted_run(folder, (const char *[]){ "build", "report.xml", "-q", "-o", "again",
					      "--formats", "charts", NULL });
	cr_expect_str_eq(planted_shell(folder, "diff -r out/charts again/charts"), "");
}

Test(charts, with_words_have_the_sizes_of_the_layout)
{
	const char *folder = built("cards");

	cr_expect_str_neq(planted_shell(folder, "ls out/cards/*-1080x1350.png"), "");
	cr_expect_str_eq(planted_shell(folder,
				       "cd out/cards; for one in *-1080x1080.png; do "
				       "od -An -j16 -N8 -tu1 $one; done | sort -u | tr -s ' '"),
			 " 0 0 4 56 0 0 4 56\n");
	cr_expect_str_neq(planted_shell(folder, "ls out/cards/*.txt"), "");
}

/* Who looks for a size is told why it is not there, at the chart. */
Test(charts, of_cards_say_in_which_sizes_they_are_not)
{
	const char *line = arena_printf(arena,
					"%s build -q report.xml -o %s/out --formats cards 2>&- && "
					"grep -o '<p>Not in[^<]*' %s/out/cards/index.html",
					program_path(arena), place.folder, place.folder);

	cr_expect_str_eq(planted_shell("tests/golden/chart-without-room-in-a-picture", line),
			 "<p>Not in 1200x675: the chart would not be legible.\n");
}
