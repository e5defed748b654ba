/*
 * counting.h - who counts records: the files' own counting, or a database.
 */
#ifndef GRADIENT_RUN_COUNTING_H
#define GRADIENT_RUN_COUNTING_H

#include "model/count_query.h"
#include "odbc/count.h"
#include "records/records.h"
#include "run/shared_counts.h"

struct counting {
	struct records_options records;
	struct odbc_setup databases;
	const char *lists;                 /* the folder of reference lists */
	const struct shared_counts *known; /* what has been counted before; NULL: nothing */
};

/* Answers for files and databases; counting is borrowed. */
struct count_source counting_source(struct counting *counting);

#endif
