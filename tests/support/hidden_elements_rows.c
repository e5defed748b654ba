#include "support/hidden_elements_rows.h"

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/program.h"

enum { FIFTHS = 5, MONTHS = 24, AGES = 5, YEAR = 2024 };

const char *const hidden_answers[HIDDEN_PARTS] = { "answer-0", "answer-1", "answer-2", "answer-3",
						   "answer-4" };
const char *const hidden_classes[HIDDEN_CLASSES] = { "wait-0",  "wait-6",  "wait-12", "wait-18",
						     "wait-26", "wait-39", "wait-52" };

const char *const hidden_medians[HIDDEN_MEDIANS] = { "median-ends", "median-middle" };

static const char *const ages[AGES] = { "0-4", "5-9", "10-14", "15-19", "20-24" };

/* -- numbers ------------------------------------------------------------------------------------- */

static int draw(struct hidden_writer *writer, int below)
{
	writer->seed = writer->seed * 1664525U + 1013904223U;
	return (int)((writer->seed >> 16) % (unsigned)below);
}

/* A number that is shown. */
static int shown(struct hidden_writer *writer, int number)
{
	return writer->rounds ? (number + 2) / 5 * 5 + draw(writer, 5) - 2 : number;
}

/* One that is hidden for being small. */
static int hidden(struct hidden_writer *writer)
{
	return writer->rounds ? 1 + draw(writer, 7) : writer->small;
}

/* One that is hidden with it, so that the sum of both is the same; under HES-5 it is shown. */
static int beside(struct hidden_writer *writer, int sum)
{
	return writer->rounds ? shown(writer, sum - 3) : sum - writer->small;
}

/* One that is hidden in the same line as that one. */
static int across(struct hidden_writer *writer, int number)
{
	return writer->rounds ? shown(writer, number) : number + writer->small;
}

static void row(struct hidden_writer *writer, const char *indicator, const char *place,
		const char *sex, int numerator, int denominator)
{
	buffer_printf(&writer->rows, "%s%s,%s,%s,%d,%d,\n", writer->prefix, indicator, place, sex,
		      numerator, denominator);
}

static const char *cell(const char *period, const char *body, const char *by, const char *group)
{
	return arena_printf(arena, "%s,%s,%s,%s", period, body, by, group);
}

static const char *number_text(int number)
{
	return arena_printf(arena, "%d", number);
}

/* -- rows ---------------------------------------------------------------------------------------- */

/* Five years: both ends are hidden in the last, a middle one in the third. */
static void write_fifths(struct hidden_writer *writer, const char *indicator, bool hides)
{
	static const int usual[FIFTHS] = { 200, 190, 180, 170, 160 };

	for (int year = YEAR - 4; year <= YEAR; year++) {
		bool last = hides && year == YEAR, middle = hides && year == YEAR - 2;
		int total = 900 + (last ? 73 - 360 : middle ? 61 - 370 : 0);

		for (int i = 0; i < FIFTHS; i++) {
			int number = (last && i == 0) || (middle && i == 2) ? hidden(writer)
				     : last && i == 4                       ? beside(writer, 73)
				     : middle && i == 1                     ? beside(writer, 61)
							: shown(writer, usual[i]);

			row(writer, indicator,
			    cell(number_text(year), "QNV", "deprivation", number_text(i + 1)), "",
			    number, shown(writer, 2000 - 100 * i));
		}
		row(writer, indicator, cell(number_text(year), "QNV", "all", ""), "",
		    shown(writer, total), shown(writer, 9000));
	}
}

static void write_months(struct hidden_writer *writer)
{
	for (int month = 0; month < MONTHS; month++)
		row(writer, "months",
		    cell(arena_printf(arena, "%d-%02d", YEAR - 1 + month / 12, month % 12 + 1),
			 "QNV", "all", ""),
		    "", month == 9 ? hidden(writer) : shown(writer, 40 + month * 7 % 11),
		    shown(writer, 1000));
}

/* Places by name, bodies as groups, and bodies with figures of their own. */
static void write_places(struct hidden_writer *writer)
{
	static const int usual[HIDDEN_PLACES] = { 0, 0, 120, 80, 150, 95, 100, 60 };

	for (int i = 0; i < HIDDEN_PLACES; i++) {
		const char *body = arena_printf(arena, "GB%d", i + 1);
		int people = shown(writer, 300 + 40 * i), number = i == 0   ? hidden(writer)
								   : i == 1 ? beside(writer, 55)
									    : usual[i];

		row(writer, "places",
		    cell("2024", "QNV", "neighbourhood", arena_printf(arena, "%c", 'A' + i)), "",
		    number, people);
		row(writer, "bodies", cell("2024", "QNV", "organisation", body), "", number,
		    people);
		row(writer, "peers", cell("2024", i == 7 ? "QNV" : body, "all", ""), "",
		    i == 2 ? hidden(writer) : shown(writer, 40 + 5 * i), people);
	}
	row(writer, "places", cell("2024", "QNV", "all", ""), "", shown(writer, 660),
	    shown(writer, 3520));
	row(writer, "bodies", cell("2024", "QNV", "all", ""), "", shown(writer, 660),
	    shown(writer, 3520));
}

/* Parts of a whole by fifth: hidden are two parts in each of two fifths. */
struct parts {
	int count, small, other, fifth; /* parts of fifth 1 and of another one that are hidden */
	const char *const *names;
};

static void write_parts(struct hidden_writer *writer, const struct parts *parts)
{
	int people = 0, totals[HIDDEN_CLASSES] = { 0 };

	for (int i = 0; i < FIFTHS; i++) {
		int of_fifth = shown(writer, 400 + 10 * i), left = 400 + 10 * i;

		for (int j = 0; j < parts->count; j++) {
			bool first = i == 0 && j == parts->small;
			int usual = j == parts->count - 1 ? left
				    : j == parts->small   ? 12
				    : j == parts->other   ? 20
							  : 60 + 2 * i;
			int number = first                                    ? hidden(writer)
				     : i == 0 && j == parts->other            ? beside(writer, 23)
				     : i == parts->fifth && j == parts->small ? beside(writer, 12)
				     : i == parts->fifth && j == parts->other
					     ? across(writer, 12)
					     : shown(writer, usual);

			/* Sums of exact numbers are those of all data; rounded ones need none. */
			left -= writer->rounds ? usual : number;
			totals[j] += writer->rounds ? usual : number;
			row(writer, parts->names[j],
			    cell("2024", "QNV", "deprivation", number_text(i + 1)), "", number,
			    of_fifth);
		}
		people += 400 + 10 * i;
	}
	people = shown(writer, people);
	for (int j = 0; j < parts->count; j++)
		row(writer, parts->names[j], cell("2024", "QNV", "all", ""), "",
		    shown(writer, totals[j]), people);
}

/* Medians of a fifth with so few waits that it is hidden, and of the one that is hidden beside it. */
static void write_medians(struct hidden_writer *writer, const char *indicator, int few,
			  int beside_few)
{
	const int both = 83;
	int all = both;

	for (int i = 0; i < FIFTHS; i++) {
		bool is_hidden = i == few || (i == beside_few && !writer->rounds);
		int usual = 200 + 10 * i;
		int waits = i == few          ? hidden(writer)
			    : i == beside_few ? beside(writer, both)
					      : shown(writer, usual);

		all += i == few || i == beside_few ? 0 : usual;
		buffer_printf(&writer->rows, "%s%s,%s,,,%d,%d.5\n", writer->prefix, indicator,
			      cell("2024", "QNV", "deprivation", number_text(i + 1)), waits,
			      is_hidden ? 7 * waits % 40 : 12 + i);
	}
	buffer_printf(&writer->rows, "%s%s,%s,,,%d,14.5\n", writer->prefix, indicator,
		      cell("2024", "QNV", "all", ""), shown(writer, all));
}

/* Girls and boys of the two youngest ages are hidden, so that all four sums stay. */
static void write_ages(struct hidden_writer *writer)
{
	for (int i = 0; i < AGES; i++) {
		const char *place = cell("2024", "QNV", "age", ages[i]);
		int girls = i == 0   ? hidden(writer)
			    : i == 1 ? beside(writer, 20)
				     : shown(writer, 30 + 10 * i);
		int boys = i == 0   ? beside(writer, 34)
			   : i == 1 ? across(writer, 15)
				    : shown(writer, 35 + 10 * i);
		int both = i < 2 ? shown(writer, 35) : shown(writer, 65 + 20 * i);

		if (!writer->rounds)
			both = girls + boys;
		row(writer, "list", place, "female", girls, 0);
		row(writer, "list", place, "male", boys, 0);
		row(writer, "list", place, "", both, 0);
	}
}

void hidden_elements_rows(const char *folder, const char *name, struct hidden_writer *writer)
{
	buffer_init(&writer->rows);
	buffer_add_text(&writer->rows, "indicator,period,organisation,dimension,group,sex,n,d,v\n");
	write_fifths(writer, "ends", true);
	write_fifths(writer, "plain", false);
	write_months(writer);
	write_places(writer);
	write_parts(writer, &(struct parts){ HIDDEN_PARTS, 0, 3, 1, hidden_answers });
	write_parts(writer, &(struct parts){ HIDDEN_CLASSES, 5, 4, 4, hidden_classes });
	write_medians(writer, hidden_medians[0], 0, FIFTHS - 1);
	write_medians(writer, hidden_medians[1], 1, 2);
	write_ages(writer);
	file_write(path_join(arena, folder, name), buffer_text(&writer->rows), writer->rows.length);
	buffer_clear(&writer->rows);
}
