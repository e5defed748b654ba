/*
 * list.h - which statements a batch makes: the rows of a CSV file.
 *
 * A column that has the name of a parameter of the report sets it; "code" sets the one parameter of type
 * organisation when no column has its name. An empty cell leaves the parameter as it is by default. The column
 * "folder" names the folder of a statement, else the first column that sets a parameter; "name" is what people call
 * it. Other columns are passed over, with a note.
 */
#ifndef GRADIENT_RUN_BATCH_LIST_H
#define GRADIENT_RUN_BATCH_LIST_H

#include "run/batch/batch.h"

/*
 * After the statements a report that compares all bodies, when the command line asks for one. Its parameter "bodies",
 * where it has one, are their codes in order with blanks between; of the parameters of the command line it gets those
 * that it declares. False after a diagnostic.
 */
bool batch_list_add_comparison(struct batch *batch);

/* The list that the command line names, else the report. Fills the items; false after a diagnostic. */
bool batch_list_read(struct batch *batch);

#endif
