/*
 * command.h - the commands of the program.
 *
 * A command adds what it has to say to the list of diagnostics and what it was asked for to out; it
 * neither prints nor exits. A new one is a function, a line in the table of command.c and a paragraph in
 * gradient(1).
 */
#ifndef GRADIENT_RUN_COMMAND_H
#define GRADIENT_RUN_COMMAND_H

#include "base/buffer.h"
#include "run/run.h"

enum { COMMAND_OPERANDS_MOST = 8 };

struct command_line {
	struct arena *arena;
	struct diag_list *diags;
	struct buffer out;                           /* for stdout */
	struct buffer aside;                         /* for stderr, after the messages */
	const char *operands[COMMAND_OPERANDS_MOST]; /* the command first */
	size_t operand_count;
	struct run_options run;
	const char *set, *kind;                                   /* of list */
	const char *body;                                         /* of init */
	const char *format;                                       /* of diff */
	const char *by, *period, *group, *organisation, *measure; /* of explain */
	bool key_findings;                                        /* of explain */
	bool show_sql;                                            /* of check */
	const char *sql_dialect; /* of check; NULL: the portable one */
	const char *port;        /* of watch */
	bool timings;            /* of build, check, batch: how long the stages took */
	bool quiet, json;
	const char *for_each, *jobs, *shard, *comparison; /* of batch */
	int signal; /* that asked the command to stop; 0 = none */
	bool gaps; /* the statement lacks something, or two differ: no error, but told to the shell */
};

struct command {
	const char *name, *operands;
	const char *summary; /* "makes the report" */
	const char *help;    /* its own options */
	const char *takes;   /* their long names, each between blanks */
	bool reads_spec;     /* takes those of a report too */
	void (*execute)(struct command_line *line);
};

/* NULL when there is none of that name. */
const struct command *command_find(const char *name);

/* True when an option means something to a command. */
bool command_takes(const struct command *command, const char *option);

/* False after a message when the operands behind the command are not as many as it wants. */
bool command_operands(struct command_line *line, size_t wanted, const char *what);

/* Help on a command; on all of them when command is NULL. */
void command_help(struct command_line *line, const struct command *command);
void command_version(struct command_line *line);

/* Says that the first operand is no command, with the ones there are. */
void command_unknown(struct command_line *line);

void command_build(struct command_line *line);
void command_batch(struct command_line *line);
void command_check(struct command_line *line);
void command_watch(struct command_line *line);
void command_coverage(struct command_line *line);
void command_list(struct command_line *line);
void command_explain(struct command_line *line);
void command_schema(struct command_line *line);
void command_diff(struct command_line *line);
void command_verify(struct command_line *line);
void command_vectors(struct command_line *line);
void command_init(struct command_line *line);

#endif
