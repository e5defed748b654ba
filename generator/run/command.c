#include "run/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "run/edition.h"
#include "run/versions.h"

static const char spec_help[] =
	"  -p, --param NAME=VALUE  set a parameter of the report\n"
	"      --data DIR          data files may also lie in DIR (repeatable)\n"
	"      --threads N         count records and pack pictures with N threads; as many as\n"
	"                          processors if not given\n"
	"      --strict            warnings are errors\n";
static const char common_help[] =
	"      --json              messages as JSON, one a line\n"
	"  -q, --quiet             no messages unless something is wrong\n";

static const struct command commands[] = {
	{ "build", "SPEC",
	  "makes the report: PDF, web page, charts, workbook, and all figures as CSV",
	  "  -o, --output DIR        write to DIR; output/<name of SPEC> if not given\n"
	  "      --formats LIST      which editions to make, with commas between; they are listed below\n"
	  "      --pdfa              makes the PDF for archives: PDF/A-3a besides PDF/UA-1, with the\n"
	  "                          figures of every chart and table in it as CSV\n"
	  "      --timings           print how long each stage took\n"
	  "      --unsafe-internal   shows what is hidden in publication, marked on every page; not\n"
	  "                          to be given to anybody outside\n",
	  " output formats pdfa timings unsafe-internal ", true, command_build },
	{ "batch", "SPEC", "makes the reports of many bodies, each in a process of its own",
	  "      --for-each LIST.csv a report for each row; columns set parameters by their names\n"
	  "  -o, --output DIR        a folder in DIR for each; output/<name of SPEC> if not given\n"
	  "      --jobs N            so many at once; as many as processors if not given\n"
	  "      --shard K/N         part K of N of the list, for several machines\n"
	  "      --comparison SPEC   then a report that compares all of them\n"
	  "      --formats LIST      which editions to make, with commas between; they are listed below\n"
	  "      --pdfa              makes PDFs for archives\n"
	  "      --timings           print how long each stage took, of all reports together\n",
	  " for-each output jobs shard comparison formats pdfa timings ", true, command_batch },
	{ "watch", "SPEC",
	  "shows the report in the browser, and makes it again whenever a file of it changes",
	  "      --port N            at http://127.0.0.1:N/; 0: any free port; 8017 or the next that\n"
	  "                          is free if not given\n"
	  "  -o, --output DIR        also writes the web page to DIR each time\n",
	  " output port ", true, command_watch },
	{ "check", "SPEC|CATALOGUE.csv|THEME.xml",
	  "reads and checks everything, writes nothing; of a theme it prints what was measured",
	  "      --show-sql          print what databases would be asked, and ask nothing\n"
	  "      --sql-dialect NAME  as one of: portable, postgresql, sqlite, sqlserver, databricks,\n"
	  "                          snowflake; portable if not given\n"
	  "      --timings           print how long each stage took\n",
	  " show-sql sql-dialect timings ", true, command_check },
	{ "coverage", "SPEC",
	  "tells which indicators and sections of the statement are reported, and which not",
	  "  -o, --output DIR        write coverage.csv to DIR; output/<name of SPEC> if not given\n",
	  " output ", true, command_coverage },
	{ "list", "charts|measures|methods|indicators|sets|elements|layouts|themes|messages",
	  "prints what there is to choose from",
	  "      --set NAME          of indicators and sets: those of one set\n"
	  "      --kind KIND         of indicators: those that such a body must report: icb, acute,\n"
	  "                          mental-health, community, ambulance\n",
	  " set kind ", false, command_list },
	{ "explain", "INDICATOR|--key-findings --spec SPEC",
	  "tells how a figure came about, from its rows to the page",
	  "      --spec SPEC         the report\n"
	  "      --by BREAKDOWN      figures of its groups, and the measures of the breakdown\n"
	  "      --group GROUP       one group of it\n"
	  "      --of MEASURE        one measure of the breakdown, printed or not\n"
	  "      --period PERIOD     the latest if not given\n"
	  "      --organisation CODE the body of the report if not given\n"
	  "      --key-findings      in place of an indicator: how the key findings were chosen\n"
	  "      --unsafe-internal   with what is hidden in publication\n",
	  " key-findings spec by group of period organisation unsafe-internal ", true,
	  command_explain },
	{ "diff", "OLD NEW",
	  "compares the results of two statements: results.csv, or folders with one",
	  "      --format FORMAT     text, json or csv; text if not given\n", " format ", false,
	  command_diff },
	{ "schema",
	  "rng|xsd|manual [report|layout|theme|strings], manual|csvw catalogue, or messages|methods|measures",
	  "prints schemas for editors, and the lists of the manual", "", "", false,
	  command_schema },
	{ "init", "icb|acute|mental-health|community|ambulance|appendix DIR",
	  "writes a report to begin with: spec, sample data, data request",
	  "      --body CODE         the body that the report is of; an invented one if not given\n",
	  " body ", false, command_init },
	{ "verify", "RUN.json|DIR",
	  "holds a statement against the record of its run, and makes it again to compare",
	  "      --spec SPEC         the report, where it does not lie where it did\n", " spec ",
	  false, command_verify },
	{ "vectors", "DIR", "compares the program's statistics with reference figures in DIR", "",
	  "", false, command_vectors },
};

enum { COMMAND_COUNT = sizeof(commands) / sizeof(commands[0]) };

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static bool is_among(const char *list, const char *option)
{
	char word[40];

	snprintf(word, sizeof(word), " %s ", option);
	return strstr(list, word) != NULL;
}

bool command_takes(const struct command *command, const char *option)
{
	return is_among(" json quiet help ", option) || is_among(command->takes, option) ||
	       (command->reads_spec && is_among(" param data strict threads ", option));
}

bool command_operands(struct command_line *line, size_t wanted, const char *what)
{
	if (line->operand_count == wanted + 1)
		return true;
	diag_addf(line->diags, DIAG_USAGE, (struct location){ 0 }, "%s takes %s %s, %zu given",
		  line->operands[0], wanted == 1 ? "one" : "no", what, line->operand_count - 1);
	return false;
}

static void add_editions(struct buffer *out)
{
	buffer_add_text(out, "\nEditions for --formats (those with * are made without it):\n");
	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		buffer_printf(out, "  %c %-10s  %s\n", at->by_default ? '*' : ' ', at->name,
			      at->summary);
}

void command_help(struct command_line *line, const struct command *command)
{
	if (command != NULL) {
		buffer_printf(&line->out, "usage: gradient %s %s\n\nIt %s.\n\n%s%s%s",
			      command->name, command->operands, command->summary, command->help,
			      command->reads_spec ? spec_help : "", common_help);
		if (command_takes(command, "formats"))
			add_editions(&line->out);
		return;
	}
	buffer_add_text(&line->out,
			"usage: gradient COMMAND [OPTION ...] [OPERAND ...]\n\n"
			"Makes statements on health inequalities from data and a report "
			"spec.\n\nCommands:\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		buffer_printf(&line->out, "  %-8s %s\n", commands[i].name, commands[i].summary);
	buffer_add_text(
		&line->out,
		"\n  gradient COMMAND --help tells more; gradient --version names "
		"the libraries in use.\n"
		"\nExit status: 0 all well, 1 the statement has gaps, 2 command line, 3 report or layout "
		"files, 4 data, 5 output, 6 internal.\n");
}

void command_version(struct command_line *line)
{
	versions_write(&line->out, NULL);
}

void command_unknown(struct command_line *line)
{
	const char *names[COMMAND_COUNT];

	for (size_t i = 0; i < COMMAND_COUNT; i++)
		names[i] = commands[i].name;
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "no such command: %s", line->operands[0]),
		 suggest_hint(line->arena, line->operands[0], names, COMMAND_COUNT));
}
