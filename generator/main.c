/*
 * main.c - the command line: which command, which options, and the exit status.
 */
#include <getopt.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/exit_status.h"
#include "base/number.h"
#include "base/path.h"
#include "run/command.h"

enum { OPTIONS_MOST = 64, DIAGS_OF_A_KIND_MOST = 10, LARGE_BLOCK = 256 * 1024 };

enum option_id {
	OPTION_OUTPUT = 'o',
	OPTION_PARAMETER = 'p',
	OPTION_QUIET = 'q',
	OPTION_HELP = 'h',
	OPTION_VERSION = 'V',
	OPTION_FORMATS = 256,
	OPTION_STRICT,
	OPTION_JSON,
	OPTION_DATA,
	OPTION_SPEC,
	OPTION_BY,
	OPTION_PERIOD,
	OPTION_GROUP,
	OPTION_ORGANISATION,
	OPTION_OF,
	OPTION_UNSAFE_INTERNAL,
	OPTION_SET,
	OPTION_KIND,
	OPTION_BODY,
	OPTION_KEY_FINDINGS,
	OPTION_FORMAT,
	OPTION_PDFA,
	OPTION_PORT,
	OPTION_TIMINGS,
	OPTION_THREADS,
	OPTION_FOR_EACH,
	OPTION_JOBS,
	OPTION_SHARD,
	OPTION_COMPARISON,
	OPTION_SHOW_SQL,
	OPTION_SQL_DIALECT,
};

static const struct option options[] = {
	{ "output", required_argument, NULL, OPTION_OUTPUT },
	{ "param", required_argument, NULL, OPTION_PARAMETER },
	{ "formats", required_argument, NULL, OPTION_FORMATS },
	{ "strict", no_argument, NULL, OPTION_STRICT },
	{ "quiet", no_argument, NULL, OPTION_QUIET },
	{ "json", no_argument, NULL, OPTION_JSON },
	{ "data", required_argument, NULL, OPTION_DATA },
	{ "spec", required_argument, NULL, OPTION_SPEC },
	{ "by", required_argument, NULL, OPTION_BY },
	{ "period", required_argument, NULL, OPTION_PERIOD },
	{ "group", required_argument, NULL, OPTION_GROUP },
	{ "organisation", required_argument, NULL, OPTION_ORGANISATION },
	{ "of", required_argument, NULL, OPTION_OF },
	{ "unsafe-internal", no_argument, NULL, OPTION_UNSAFE_INTERNAL },
	{ "set", required_argument, NULL, OPTION_SET },
	{ "kind", required_argument, NULL, OPTION_KIND },
	{ "body", required_argument, NULL, OPTION_BODY },
	{ "key-findings", no_argument, NULL, OPTION_KEY_FINDINGS },
	{ "format", required_argument, NULL, OPTION_FORMAT },
	{ "pdfa", no_argument, NULL, OPTION_PDFA },
	{ "port", required_argument, NULL, OPTION_PORT },
	{ "timings", no_argument, NULL, OPTION_TIMINGS },
	{ "threads", required_argument, NULL, OPTION_THREADS },
	{ "for-each", required_argument, NULL, OPTION_FOR_EACH },
	{ "jobs", required_argument, NULL, OPTION_JOBS },
	{ "shard", required_argument, NULL, OPTION_SHARD },
	{ "comparison", required_argument, NULL, OPTION_COMPARISON },
	{ "show-sql", no_argument, NULL, OPTION_SHOW_SQL },
	{ "sql-dialect", required_argument, NULL, OPTION_SQL_DIALECT },
	{ "help", no_argument, NULL, OPTION_HELP },
	{ "version", no_argument, NULL, OPTION_VERSION },
	{ 0 },
};

struct parsed {
	struct command_line line;
	struct parameter_setting settings[OPTIONS_MOST];
	const char *folders[OPTIONS_MOST];
	bool seen[sizeof(options) / sizeof(options[0])]; /* of every option */
	bool help, version;
};

static void usage_fault(struct parsed *parsed, const char *what, const char *hint)
{
	diag_add(parsed->line.diags, DIAG_USAGE, (struct location){ 0 }, what, hint);
}

static void set_parameter(struct parsed *parsed, const char *text)
{
	const char *equals = strchr(text, '=');
	struct run_options *run = &parsed->line.run;
	size_t bad;

	if (!encoding_is_utf8(text, strlen(text), &bad)) {
		usage_fault(parsed, "a parameter is not in UTF-8", NULL);
		return;
	}
	if (equals == NULL || equals == text) {
		usage_fault(parsed, text, "write -p name=value");
		return;
	}
	if (run->setting_count == OPTIONS_MOST) {
		usage_fault(parsed, text, "there are too many parameters");
		return;
	}
	parsed->settings[run->setting_count++] = (struct parameter_setting){
		.name = arena_strndup(parsed->line.arena, text, (size_t)(equals - text)),
		.value = equals + 1,
	};
}

static void set_option(struct parsed *parsed, int option, const char *argument)
{
	struct command_line *line = &parsed->line;

	for (size_t i = 0; options[i].name != NULL; i++) {
		if (options[i].val != option)
			continue;
		parsed->seen[i] = true;
		if (argument != NULL && argument[0] == '\0')
			usage_fault(parsed, arena_printf(line->arena, "--%s \"\"", options[i].name),
				    "the argument is empty");
	}
	switch (option) {
	case OPTION_OUTPUT:
		line->run.output = argument;
		break;
	case OPTION_PARAMETER:
		set_parameter(parsed, argument);
		break;
	case OPTION_FORMATS:
		line->run.formats = argument;
		break;
	case OPTION_STRICT:
		line->run.strict = true;
		break;
	case OPTION_QUIET:
		line->quiet = true;
		break;
	case OPTION_JSON:
		line->json = true;
		break;
	case OPTION_DATA:
		if (!path_exists(argument))
			usage_fault(parsed, arena_printf(line->arena, "--data %s", argument),
				    "there is no such folder");
		if (line->run.data_folder_count < OPTIONS_MOST)
			parsed->folders[line->run.data_folder_count++] = argument;
		break;
	case OPTION_SPEC:
		line->run.spec = argument;
		break;
	case OPTION_BY:
		line->by = argument;
		break;
	case OPTION_PERIOD:
		line->period = argument;
		break;
	case OPTION_GROUP:
		line->group = argument;
		break;
	case OPTION_ORGANISATION:
		line->organisation = argument;
		break;
	case OPTION_OF:
		line->measure = argument;
		break;
	case OPTION_SET:
		line->set = argument;
		break;
	case OPTION_KIND:
		line->kind = argument;
		break;
	case OPTION_BODY:
		line->body = argument;
		break;
	case OPTION_FORMAT:
		line->format = argument;
		break;
	case OPTION_KEY_FINDINGS:
		line->key_findings = true;
		break;
	case OPTION_UNSAFE_INTERNAL:
		line->run.unsafe_internal = true;
		break;
	case OPTION_PDFA:
		line->run.pdfa = true;
		break;
	case OPTION_PORT:
		line->port = argument;
		break;
	case OPTION_TIMINGS:
		line->timings = true;
		break;
	case OPTION_THREADS:
		if (!number_parse_whole(argument, THREADS_MOST, &line->run.threads) ||
		    line->run.threads == 0)
			usage_fault(parsed, arena_printf(line->arena, "--threads %s", argument),
				    "from 1 to 64");
		break;
	case OPTION_FOR_EACH:
		line->for_each = argument;
		break;
	case OPTION_JOBS:
		line->jobs = argument;
		break;
	case OPTION_SHARD:
		line->shard = argument;
		break;
	case OPTION_COMPARISON:
		line->comparison = argument;
		break;
	case OPTION_SHOW_SQL:
		line->show_sql = true;
		break;
	case OPTION_SQL_DIALECT:
		line->sql_dialect = argument;
		break;
	case OPTION_HELP:
		parsed->help = true;
		break;
	case OPTION_VERSION:
		parsed->version = true;
		break;
	case ':':
	case '?':
	default:
		usage_fault(parsed, argument,
			    "the option is unknown or lacks its argument; see gradient --help");
		break;
	}
}

/* A short option may stand in a cluster, which getopt has not left yet; it then names its letter. */
static const char *faulty_word(const struct parsed *parsed, char **argv)
{
	const char *word = argv[optind - 1];

	return optopt == 0 || strncmp(word, "--", 2) == 0
		       ? word
		       : arena_printf(parsed->line.arena, "-%c", optopt);
}

/* The date of a build that others repeat, as reproducible-builds.org has it: a day from 1970 to 9999. */
static void read_source_date(struct parsed *parsed)
{
	static const char last[] = "253402300799";
	const char *text = getenv("SOURCE_DATE_EPOCH");
	size_t length;

	if (text == NULL || text[0] == '\0')
		return;
	length = strlen(text);
	if (strspn(text, "0123456789") < length || length > strlen(last) ||
	    (length == strlen(last) && strcmp(text, last) > 0))
		usage_fault(parsed, arena_printf(parsed->line.arena, "SOURCE_DATE_EPOCH=%s", text),
			    "it must be a number of seconds since 1970");
	else
		parsed->line.run.source_date = text;
}

static void parse(struct parsed *parsed, int argc, char **argv)
{
	int option;

	parsed->line.run = (struct run_options){ .settings = parsed->settings,
						 .data_folders = parsed->folders };
	opterr = 0;
	while ((option = getopt_long(argc, argv, ":o:p:qhV", options, NULL)) != -1)
		set_option(parsed, option,
			   option == ':' || option == '?' ? faulty_word(parsed, argv) : optarg);
	read_source_date(parsed);
	for (; optind < argc; optind++)
		if (parsed->line.operand_count < COMMAND_OPERANDS_MOST)
			parsed->line.operands[parsed->line.operand_count++] = argv[optind];
}

/* Messages to stderr, in colour on a terminal unless NO_COLOR asks for none. */
static void print_messages(struct command_line *line)
{
	const char *no_colour = getenv("NO_COLOR");
	struct buffer text;

	buffer_init(&text);
	diag_sort(line->diags, DIAGS_OF_A_KIND_MOST);
	if (line->json)
		diag_write_json(line->diags, &text);
	else
		diag_write(line->diags, &text,
			   isatty(STDERR_FILENO) && (no_colour == NULL || no_colour[0] == '\0'));
	fwrite(buffer_text(&text), 1, text.length, stderr);
	buffer_clear(&text);
}

/* Data go to stdout; a reader that went away is an output fault like a full disk. */
static void print_output(struct command_line *line)
{
	const char *text = buffer_text(&line->out);

	if (fwrite(text, 1, line->out.length, stdout) != line->out.length || fflush(stdout) != 0)
		diag_add(line->diags, DIAG_OUTPUT_UNWRITABLE, (struct location){ 0 },
			 "standard output", NULL);
}

/* An option that a command would pass over is a slip. */
static void check_options(struct parsed *parsed, const struct command *command)
{
	for (size_t i = 0; options[i].name != NULL; i++)
		if (parsed->seen[i] && !command_takes(command, options[i].name))
			usage_fault(parsed,
				    arena_printf(parsed->line.arena, "%s does not take --%s",
						 command->name, options[i].name),
				    arena_printf(parsed->line.arena, "see gradient %s --help",
						 command->name));
}

static void run_command(struct parsed *parsed)
{
	struct command_line *line = &parsed->line;
	const struct command *command = NULL;

	if (parsed->version) {
		command_version(line);
		return;
	}
	if (line->operand_count > 0)
		command = command_find(line->operands[0]);
	if (line->operand_count > 0 && command == NULL) {
		command_unknown(line);
		return;
	}
	if (parsed->help || command == NULL) {
		command_help(line, command);
		if (!parsed->help && command == NULL)
			usage_fault(parsed, "no command given", NULL);
		return;
	}
	check_options(parsed, command);
	if (diag_errors(line->diags) == 0)
		command->execute(line);
}

/*
 * Large blocks go back to the system when they are freed. By itself glibc keeps ever larger ones, and they lie between
 * what is still used: a statement of 140 pages took 8 MiB more.
 */
static void give_back_large_blocks(void)
{
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK);
#endif
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct parsed parsed = { .line = { .arena = arena, .diags = diag_list_new(arena) } };
	enum exit_status status;

	give_back_large_blocks();
	parse(&parsed, argc, argv);
	if (parsed.line.run.strict)
		diag_raise_warnings(parsed.line.diags);
	buffer_init(&parsed.line.out);
	buffer_init(&parsed.line.aside);
	run_command(&parsed);
	print_output(&parsed.line);
	status = diag_exit_status(parsed.line.diags);
	if (status == EXIT_STATUS_OK && parsed.line.gaps)
		status = EXIT_STATUS_GAPS;
	if (!parsed.line.quiet || status != EXIT_STATUS_OK)
		print_messages(&parsed.line);
	fwrite(buffer_text(&parsed.line.aside), 1, parsed.line.aside.length, stderr);
	buffer_clear(&parsed.line.aside);
	buffer_clear(&parsed.line.out);
	/* Who asked the command to stop is told that it did, in the way that shells and schedulers know. */
	if (parsed.line.signal != 0)
		raise(parsed.line.signal);
	arena_free(arena);
	return (int)status;
}
