/* Board papers and pictures for social media: the files that a run makes of them. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture_place.h"
#include "support/planted.h"
#include "support/program.h"

TestSuite(run_extracts, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static const char spec[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'><meta><title>Title"
	"</title><publisher>North Vale</publisher></meta><data><source id='s' href='data.csv' "
	"title='Source' rule='HES-5'><map column='group' as='group'/><map column='n' "
	"as='numerator'/><map column='d' as='denominator'/><map column='by' as='dimension'/>"
	"<set as='period' to='2024'/><set as='organisation' to='QNV'/></source></data>"
	"<indicators><indicator id='A' method='proportion'><name>Patients</name></indicator>"
	"</indicators><body indicator='A' by='deprivation'><chart kind='bars' id='steps'/>"
	"<table id='numbers'/></body><extract id='paper'><title>Paper</title>"
	"<show ref='numbers'/><show ref='steps'/></extract><card id='picture' ref='steps'/>"
	"</report>";

/* Fifth 5 has 3 of 47 people: hidden, and another with it. */
static const char data[] = "by,group,n,d\nall,all,1303,5047\ndeprivation,1,500,1500\n"
			   "deprivation,2,400,1500\ndeprivation,3,300,1400\n"
			   "deprivation,4,100,600\ndeprivation,5,3,47\n";

static const char *folder_with_report(void)
{
	const char *folder = place.folder;

	file_write(path_join(arena, folder, "report.xml"), spec, strlen(spec));
	file_write(path_join(arena, folder, "data.csv"), data, strlen(data));
	return folder;
}

static void build(const char *folder, const char *out, const char *formats, const char *more)
{
	planted_run(folder, (const char *[]){ "build", "report.xml", "-q", "-o", out, "--formats",
					      formats, more, NULL });
}

Test(run_extracts, makes_a_pdf_and_three_files_of_a_card)
{
	const char *folder = folder_with_report();

	build(folder, "out", "pdf,svg", NULL);
	cr_expect_str_eq(planted_shell(folder, "ls out/paper.pdf out/cards | tr '\\n' ' '"),
			 "out/paper.pdf  out/cards: picture.png picture.svg picture.txt ");
	cr_expect_str_eq(planted_shell(folder, "pdfinfo out/paper.pdf | sed -n 's/^Title: *//p'"),
			 "Paper\n");
	cr_expect_not_null(
		strstr(planted_shell(folder, "cat out/cards/picture.txt"), "North Vale."));
}

/* Width and height are in the head of a PNG. */
Test(run_extracts, makes_cards_of_the_pixels_that_were_asked_for)
{
	const char *folder = folder_with_report();

	build(folder, "out", "png", NULL);
	cr_expect_str_eq(planted_shell(folder, "od -An -tu1 -j16 -N8 out/cards/picture.png | tr -d "
					       "' \\n'"),
			 "004176002163");
}

Test(run_extracts, makes_no_pictures_where_none_are_asked_for)
{
	const char *folder = folder_with_report();

	build(folder, "out", "pdf", NULL);
	cr_expect_str_eq(planted_shell(folder, "ls out | grep -c cards || true"), "0\n");
}

Test(run_extracts, makes_the_same_bytes_every_time)
{
	const char *folder = folder_with_report();

	build(folder, "first", "pdf,svg", NULL);
	build(folder, "second", "pdf,svg", NULL);
	cr_expect_str_eq(planted_shell(folder, "diff -r -x run.json first second && echo same"),
			 "same\n");
}

/* What is hidden in the report is hidden in all that is made of it. */
Test(run_extracts, show_nothing_that_the_report_hides)
{
	const char *folder = folder_with_report(), *text;

	build(folder, "out", "pdf,svg,dump", NULL);
	text = planted_shell(folder, "pdftotext -layout out/paper.pdf -; cat out/paper.scene "
				     "out/cards/picture.txt");
	cr_expect_not_null(strstr(text, "[c]"));
	cr_expect_null(strstr(text, "6.4%"), "%s", text);
	cr_expect_null(strstr(text, " 47 "), "%s", text);
}

Test(run_extracts, are_marked_in_the_edition_for_internal_use)
{
	const char *folder = folder_with_report();

	build(folder, "inside", "pdf,svg", "--unsafe-internal");
	cr_expect_str_eq(planted_shell(folder, "ls inside/cards inside/paper* | tr '\\n' ' '"),
			 "inside/paper-internal.pdf  inside/cards: picture-internal.png "
			 "picture-internal.svg picture-internal.txt ");
	cr_expect_not_null(strstr(planted_shell(folder, "pdftotext inside/paper-internal.pdf -"),
				  "Internal: not for publication"));
	cr_expect_not_null(strstr(planted_shell(folder, "cat inside/cards/picture-internal.txt"),
				  "Internal: not for publication"));
	cr_expect_not_null(strstr(planted_shell(folder, "grep '<title' "
							"inside/cards/picture-internal.svg"),
				  "Internal: not for publication"));
}
