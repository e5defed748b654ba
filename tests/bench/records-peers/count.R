# The same counts by data.table.
#
# usage: Rscript count.R RUNS THREADS FILE LOOKUP COUNTS
# Prints "seconds MEDIAN LEAST MOST processor ALL memory 0" of the runs without the start of R; writes the counts.
library(data.table)
words <- commandArgs(TRUE)
runs <- as.integer(words[1])
setDTthreads(as.integer(words[2]))
fifths <- fread(words[4], colClasses = "character")
ethnic <- data.table(ethnic_code = strsplit("ABCDEFGHJKLMNPRSZ", "")[[1]],
                     name = rep(c("White", "Mixed", "Asian", "Black", "Other", "Not stated"), c(3, 4, 4, 3, 2, 1)))

count <- function() {
  rows <- fread(words[3], colClasses = "character", na.strings = NULL, select = c("lsoa", "age", "sex",
    "ethnic_code", "admission_method", "specialty", "weeks_waited"))
  rows[, q := fifths$quintile[chmatch(lsoa, fifths$lsoa)]]
  rows[, g := ethnic$name[chmatch(ethnic_code, ethnic$ethnic_code)]]
  rows[, a := pmin(as.integer(age) %/% 5L, 19L)]
  rows[, planned := admission_method %chin% c("11", "12", "13")]
  rows[, .(n = .N, m1 = sum(startsWith(admission_method, "2")), m2 = sum(planned),
           m3 = sum(planned & as.integer(weeks_waited) > 18L, na.rm = TRUE), m4 = sum(specialty == "110")),
       by = .(q, g, a, sex)]
}

seconds <- numeric(runs)
for (i in seq_len(runs)) {
  begin <- proc.time()[["elapsed"]]
  cells <- count()
  seconds[i] <- proc.time()[["elapsed"]] - begin
}
cells[, a := ifelse(is.na(a), NA, sprintf("%02d", a * 5L))]
fwrite(cells, words[5], col.names = FALSE, na = "-", quote = FALSE)
used <- proc.time()
cat(sprintf("seconds %.3f %.3f %.3f processor %.3f memory 0\n", median(seconds), min(seconds), max(seconds),
            used[["user.self"]] + used[["sys.self"]]))
