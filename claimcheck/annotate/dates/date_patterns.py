"""The shapes of date expressions, over classes of words, in every language alike.

A pattern is a regular expression over classes (`rules/lang/<code>/dates.yaml`, `date_numbers`):
`month` is any item of that class, `day=n31` also keeps its value as the part `day`, and names in
capitals are the pieces below. A part that ends in `_b` belongs to a second date. A line that
opens with spaces goes on with the pattern above it; of patterns that match equally far the first
one wins.
"""

PIECES = """
# names of months
DOT       (?: dot (?= digits | comma ) )
LAST      (?= comma | dot | stop | rparen | newline | $ | from | and )
LASTDAY   (?= comma | dot | stop | rparen | newline | $ | prep | and )
MW        (?: monthword of? )
NAME      (?: month=month | month=weak )
ALT       (?: slash (?: alt=month | alt=weak | alt=faint ) | lparen (?: alt=month | alt=weak |
          alt=faint ) rparen | alt=month )
MON       (?: MW? NAME DOT? ALT? | MW? month=faint ALT )
XMON      (?: MON | MW? month=faint DOT? )
HMON      (?: monthword? (?: hmonth=hmonth | hmonth=hweak ) )
HXMON     (?: HMON | hmonth=hfaint )
SEP       (?: of | comma | dot | slash | dash )
# years
NOTCOUNT  (?: (?= clockword ) | (?! stopper | units | percent | gdot digits | gcolon digits |
          gslash digits) )
WYEAR     (?: fiscalword (?: year=n4 | year2=yy ) | yearword lparen? (?:
          year=n4 | year=n3 | year=spelledyear | year=spelledeven ) rparen? era=era? )
SYEAR     (?: year=spelledyear | hundreds=hundreds tens=tail )
YEAR      (?: WYEAR | year=plain era=era? | SYEAR )
BYEAR     (?: yearword? (?: year=n4 | year=n3 | year=n31 | year=yy ) era=bc )
HYEAR     (?: era=hijriword year=n4 | yearword? (?: year=n4 | year=n3 | year=n31 | year=yy )
          era=hijri )
RYEAR     (?: yearword (?: yshift=shiftpost | ythat=thatpost | ythat=relpost | ythat=relafter
          LAST ) | (?: yshift=shiftpre | ythat=thatpre | ythat=relpre ) yearword )
OFYEAR    (?: SEP? (?: YEAR NOTCOUNT | quote year2=yy ) | (?: of | comma )? (?: RYEAR |
          year=spelledeven LAST | year=n4 LAST ) | lparen YEAR rparen )
# days
# what may follow two digits that are a year
OPEN      (?= comma | dot | stop | rparen | newline | $ | prep | and | to )
DAY       (?: dayword? day=n31 suffix? (?: dayword (?= of ) )? )
ODAY      (?: dayword? (?= counted=ordinal ) day=ordinal )
MDAY      (?: (?: day=n31 suffix? | day=ordinal ) of? (?: monthword (?: mshift=shiftpost |
          mthat=thatpost ) | (?: mshift=shiftpre | mthat=thatpre ) monthword ) )
AFTER     (?: comma | equals | dash | lparen | of )
WDAY      (?: dayword? weekday=weekday )
WD        (?: (?: (?:offset=deictic|offset=todayword) comma? )? (?: daypart=daypart of? )? WDAY
          shift=shiftpost? (?:of? daypart=daypart)? AFTER{0,2} | weekday=wday dot? comma? )
BREAK     (?<! gslash | gdash | gdot | gcolon | percent )
END       (?! (?: gslash | gdash | gcolon ) digits )
# weeks
WEEK      (?: weekword (?: wshift=shiftpost | wthat=thatpost | wthat=relpost ) | (?:
          wshift=shiftpre | wthat=thatpre | wthat=relpre ) weekword )
# what stands before a month, a year, a period
PART      (?: (?: part=part | part=weakpart ) (?: dash | of )? )
NTH       (?: QUARTER | HALF | termword quarter=ordinal ) of?
QUARTER   (?: (?: quarter=ordinal | quarter=n31 suffix ) dash? quarterword | quarterword
          quarter=ordinal | quarterletter quarter=n31 )
HALF      (?: (?: half=ordinal | half=n31 suffix ) dash? halfword | halfword half=ordinal |
          halfletter half=n31 )
EDGE      (?: units2=units (?: count=count fewadj? edge=edge | edge=edge count=count ) |
          edge=edge count=count units2=units | count=count units2=units edge=edge ) of?
PRE       (?: PART | NTH | PART NTH | EDGE )
CENT      (?: centuryword (?: century=ordinal | century=n31 ) | (?: century=ordinal |
          century=n31 suffix ) dash? centuryword )
CENTURY   (?: CENT (?: era=era )? | cshift=shiftpre centuryword | centuryword cshift=shiftpost )
DECADE    (?: decade=decade | decadeword decade=decade | decades=n4 quote? plurals |
          decades=naughts | quote? decade=tens quote? plurals | decadeword tenth=ordinal |
          tenth=ordinal decadeword )
SEASON    (?: season=season | season=fallseason )
# durations
N         (?: count=count | count=n4 )
SPAN      (?: N units=units MORE? | count? dual=dual ANDMORE? | (?: vague | fewadj )
          plural=plural | plural=plural fewadj? | units=unit (?! digits | ordinal | shiftpost |
          relpost | thatpost | weekday | bareday | deictic | month | weak | faint | hmonth |
          hweak | hfaint ) ANDMORE? )
SECOND    (?: count2=count units2=units | dual2=dual )
THIRD     (?: (?: and | comma ){0,2} count3=count units3=units )
MORE      (?: (?: and | comma )? SECOND THIRD? |
          and count? half=halfword unit? | half=fraction unit? )
ANDMORE   (?: and (?: SECOND | units2=units | count? half=halfword unit? ) | half=fraction unit? )
HEDGE     (?: below=below | about=approx )
TILL      (?: gdash | dash | to )
INSIDE    (?: MON (?: OFYEAR | shift=shiftpost )? | shift=shiftpre MON | YEAR | RYEAR |
          unit=unit shift=shiftpost | shift=shiftpre unit=unit )
# times of day
ZONE      (?: lparen zone=zone rparen | zone=zone | local )
HALFDAY   (?: daypart=halfday )
HM        (?: hour=n24 colon minute=n60 (?: colon n60 )? | hhmm=hhmm )
MINUTES   (?: fraction=fraction (?: extra=fraction | less minus=count minuteword )? |
          and minute=count minuteword | less minus=count minuteword )
CLOCK     (?: clockword (?: HM | hour=hourname | hour=n24 | hour=ordinal ) MINUTES? (?: dash?
          oclock )? (?: HALFDAY | of daypart=daypart )? ZONE? | (?: HM | hour=n12 oclock? |
          hour=hourname MINUTES? ) (?: HALFDAY ZONE? | ZONE ) | hour=n12 oclock (?: of
          daypart=daypart )? | hhmm=clock4 (?: zone=zone | lparen zone=zone
          rparen ) | HM of daypart=daypart | hour=noonword ZONE? )
"""

# Kind, pattern. The kinds are read in `date_relative`.
PATTERNS = """
# a day
date      BREAK WD? DAY SEP? XMON OFYEAR? END
date      BREAK WD? DAY SEP? XMON (?: gslash | gdash | quote ) year2=yy END
date      WD? dayword? day=spelledday XMON OFYEAR | (?<= prep ) day=spelledday XMON
date      WD? month=premonth day=spelledday (?: comma? YEAR | LAST )
date      BREAK WD? DAY SEP? MON shift=shiftpost
date      BREAK WD? DAY of? shift=shiftpre MON
date      WD? dayword? day=firstday of? MON (?: OFYEAR | shift=shiftpost )?
date      WD? ODAY of MON (?: OFYEAR | shift=shiftpost )?
date      WD? month=premonth DOT? (?: dash | gslash )? day=n31 suffix? NOTCOUNT (?: SEP? YEAR )?
date      WD? month=premonth DOT? dash? (?: day=n31 suffix | day=ordinal ) (?: SEP? YEAR )?
date      WD? month=premonthfaint DOT? day=n31 suffix? comma? YEAR
date      WD? month=premonth DOT? dayyear=dayyear
date      WD? MON SEP? day=n31 suffix? comma? YEAR
date      MON DOT? day=n31 suffix? (?: comma? YEAR )? (?: comma | lparen ) weekday=wday LAST
date      DAY SEP? XMON OFYEAR? (?: comma | lparen ) weekday=wday LAST
date      WD? ODAY of month=faint (?: OFYEAR | LASTDAY ) | (?: ^ | (?<= prep ) ) month=premonthfaint
          day=ordinal LAST
date      WD? (?: DAY | ODAY ) of? monthword (?: mshift=shiftpost | mthat=thatpost |
          mthat=relpost ) (?: SEP? YEAR )?
date      WD? (?: DAY | ODAY ) of? (?: mshift=shiftpre | mthat=thatpre | mthat=relpre )
          monthword (?: SEP? YEAR )?
date      BREAK WD? dotted=dotted era=era?
date      WD dom=n31 suffix? LASTDAY END | WD dom=n31 suffix NOTCOUNT | (?<= domprep ) dom=n31
          suffix LASTDAY | dayword dom=n31 LASTDAY END | (?<= forprep ) dom=n31 suffix LAST
numeric   BREAK (?: WD | dayword | (?<= domprep ) ) a=n31 (?: gslash | gdash ) b=n31 END
numeric   (?<= numberprep ) (?! n12 (?: gslash | gdash ) n12 ) a=n31 (?: gslash | gdash ) b=n31
          LASTDAY END
numeric   BREAK a=n31 gslash b=n31 gslash c=n4 TILL a_b=n31 gslash b_b=n31 gslash c_b=n4 END
numeric   BREAK a=n31 gslash b=n31 TILL a_b=n31 gslash b_b=n31 (?: gslash | comma ) c_b=n4 END
range     BREAK year=n4 gdash month=n12 gdash day=n31 (?: gslash | slash | to ) year_b=n4 gdash
          month_b=n12 gdash day_b=n31 END
numeric   BREAK WD? a=n31 gslash b=n31 gslash (?: c=n4 | c2=yy ) era=era? END
numeric   BREAK WD? a=n31 gdash b=n31 gdash (?: c=n4 | c2=yy ) era=era? END
numeric   BREAK WD? a=n31 slash b=n31 slash c=n4 era=era? END
numeric   BREAK WD? a=n31 dash b=n12 dash c=n4 END
date      BREAK WD? year=n4 gdash month=n12 gdash day=n31 END
date      BREAK year=n4 gdash isoletter (?: week=n60 | week=n12 )
date      BREAK WD? year=n4 gslash month=n12 gslash day=n31 era=era? END
date      BREAK WD? year=plain SEP? MON SEP? day=n31 suffix?
# a day of the Islamic calendar
date      BREAK WD? (?: DAY | ODAY ) SEP? HXMON (?: SEP? (?: HYEAR | WYEAR | year=n4 ) | of?
          RYEAR )?
date      WD? (?: DAY | ODAY ) SEP? HXMON shift=shiftpost
date      (?: day=hfirst | DAY ) of? HMON (?: SEP? (?: HYEAR | year=n4 ) )?
date      (?: (?: nth=ordinal | nth=edge | nth=n31 suffix ) nthunit=nthunit | nthunit=nthunit
          (?: nth=ordinal | nth=edge ) ) of? HMON (?: SEP? (?: HYEAR | year=n4 ) )?
date      PRE? HXMON (?: SEP? (?: HYEAR | WYEAR | year=n4 ) | of? RYEAR )
date      PRE? HXMON shift=shiftpost | PRE? shift=shiftpre HMON
date      PRE? monthword (?: hmonth=hmonth | hmonth=hweak | hmonth=hfaint | hmonth=hrare )
date      (?: WD? (?: DAY | ODAY ) of? )? monthword? hmonth=hrare SEP? HYEAR
date      PRE? hmonth=hmonth | (?<= feastprep ) hmonth=hweak
# days relative to today
date      dayword? (?: offset=deictic | offset=todayword ) (?: lparen? comma? dayword?
          weekday=weekday rparen? )? (?: of? daypart=daypart )?
date      (?: daypart=daypart of? ) dayword? (?: offset=deictic | offset=todayword (?! thatpost |
          relpost ) ) (?: comma? weekday=weekday )?
date      sideword of? dayword? offset=todayword
date      daypart=daypart of? unit=unit (?: that=thatpost | that=relpost )
date      (?: that=thatpre | that=relpre | that=shiftpre ) (?= dayunit=daypart ) daypart=daypart
range     daypart=daypart of? WDAY dash? WDAY_b shift_b=shiftpost?
date      (?= daypart=nightpart ) offset=tonight (?: comma? weekday=weekday )?
now       offset=nowword
date      (?: daypart=daypart of? )? WDAY (?: shift=shiftpost | rel=relpost | rel=relafter LAST
          )? (?: of? daypart=daypart )?
date      (?: ^ | (?<= newline ) ) (?: weekday=wday dot? | weekday=faintday dot ) (?= newline | $ )
date      hop=count (?: weekday=weekdays | weekday=weekday ) (?: toward=hence | toward=agoword )
date      nextday=nextday weekday=weekday (?: of? daypart=daypart )?
date      (?: shift=shiftpre | rel=relpre ) weekday=weekday (?: of? daypart=daypart )?
date      (?: daypart=daypart of? )? dayword? (?: weekday=weekday | weekday=bareday ) (?: of | from
          )? WEEK (?: of? daypart=daypart )?
range     WEEK (?: between | from ) WDAY (?: and | to | dash ) WDAY_b
range     WDAY (?: and | to | dash ) WDAY_b of? WEEK_b
date      WEEK at? dayword? weekday=weekday (?: of? daypart=daypart )?
date      (?: weekof=weekword (?: of | starting ) | weekof=weekmark ) (?: DAY SEP? XMON OFYEAR? |
          month=premonth DOT? day=n31 suffix? (?: SEP? YEAR )? | dom=n31 suffix )
date      (?: isoword | weekword ) (?: week=n60 | week=n12 ) (?: of | comma ) (?: YEAR | RYEAR ) |
          isoword (?: week=n60 | week=n12 )
# a month
date      PRE? MON OFYEAR | PRE? XMON SEP? YEAR NOTCOUNT END
date      PRE? MON shift=shiftpost | PRE? (?: shift=shiftpre | rel=relpre ) MON
date      PART dash? MON | PART (?: month=weak )
date      monthword month=n12 NOTCOUNT (?: OFYEAR | shift=shiftpost )?
date      monthword? month=month ALT? | monthword month=weak ALT? | month=weak ALT
date      (?<= prep ) month=weak
date      year=plain comma? (?: QUARTER | HALF )
date      PRE? year=plain SEP MON | BREAK month=n12 (?: gslash | gdash ) year=plain END
date      year=plain month=month (?! SEP? digits )
date      BREAK year=plain (?: gdash | gslash ) month=n12 END
date      BREAK year=plain (?: slash | dash ) month=n12 (?= $ | newline | rparen )
date      BREAK month=n12 (?: slash | dash ) year=plain (?= $ | newline | rparen )
date      XMON quote year2=yy
# a year
date      span=pastword unit=unit
date      PRE? WYEAR
date      PRE? yearword (?: year=n31 | year=yy | year=n3 ) era=adafter
date      PRE? (?: BYEAR | HYEAR ) | PRE? era=adbefore (?: year=n4 | year=n3 | year=n31 ) | PRE?
          year=plain era=era
date      PRE year=plain NOTCOUNT END
date      PRE? (?: yearword quote year2=yy | BREAK shortyear year2=yy NOTCOUNT (?! of ) END )
date      (?<= prep ) quote year2=yy NOTCOUNT END | quote year2=yy (?= yeartail )
date      (?<= shortof ) year2=bigyy NOTCOUNT OPEN END | (?<= shorthead ) year2=lateyy NOTCOUNT END
date      PRE? era=adbefore year=yy | (?: year=n31 | year=yy | year=n3 ) era=adafter
date      (?<= circa ) (?: year=plain | year=n4 | year=n3 ) (?= comma | dot | stop | rparen |
          newline | $ | dash | slash | era )
date      (?: thispre sameday=todayword | samepre sameday=todayword | sameday=todayword samepost |
          sameday=sameday ) (?: of | comma )? (?: YEAR NOTCOUNT | RYEAR )
date      (?: same=unit samepost | samepre same=unit | thispre same=unit ) (?: of | from )? (?:
          YEAR NOTCOUNT | RYEAR )
date      PRE? RYEAR
date      (?<= prep ) year=plain NOTCOUNT END | (?<= prep ) SYEAR NOTCOUNT
date      (?<= yearhead ) year=plain NOTCOUNT END | BREAK year=plain (?= yeartail )
date      (?<= lparen ) year=plain (?= rparen )
date      (?: ^ | (?<= newline ) ) year=plain (?: (?= newline ) | $ )
# the first Friday, the last week, the second month of one
date      PART? (?: nth=ordinal | nth=edge | nth=n31 suffix ) (?: nthday=weekday | nthday=bareday |
          nthunit=nthunit ) of? INSIDE
date      PART? (?: (?: back=ordinal | back=n31 suffix ) dash? fromlast | back=nthlast ) (?:
          nthday=weekday | nthday=bareday | nthunit=nthunit ) of? INSIDE
date      PART? dayword? (?: nthday=weekday | nthunit=nthunit ) (?: nth=ordinal | nth=edge ) of?
          INSIDE
# feasts
date      (?: (?: nth=ordinal | nth=edge ) nthunit=nthunit | nthunit=nthunit nth=ordinal ) of?
          feast=feast (?: (?: of | comma )?
          (?: YEAR NOTCOUNT | RYEAR | shift=shiftpost ) )?
date      feast=feast (?: of | comma )? (?: YEAR NOTCOUNT | RYEAR | shift=shiftpost )
date      (?<= prep ) feast=feast | shift=shiftpre feast=feast | feast=feastday
date      (?: ^ | (?<= newline ) ) feast=feastalone (?= newline | $ | stop | dot )
# decades, centuries, seasons
date      PRE? DECADE (?: of? CENTURY )?
date      PRE? CENTURY
list      centurieswords? CENT (?: and | comma ) CENT_b
list      centurieswords century=ordinal and century_b=ordinal era_b=era?
list      (?: century=ordinal | century=n31 suffix ) (?: and | to ) (?: century_b=ordinal |
          century_b=n31 suffix ) centurieswords era_b=era?
date      PART? millenniumword millennium=ordinal era=era? | millennium=ordinal millenniumword
          era=era?
date      PART? SEASON of? (?: YEAR | RYEAR )
date      PART? season=season shift=shiftpost | PART? shift=shiftpre SEASON
date      (?<= prep ) season=season
date      PART? SEASON of? quote year2=yy | PART? SEASON of year2=yy NOTCOUNT OPEN END | PART?
          season=ofseason year2=yy NOTCOUNT END | PART? SEASON shortyear year2=yy NOTCOUNT END
date      PART? MON quote year2=yy | PART? month=month year2=lateyy NOTCOUNT OPEN END
school    SEASON of? year=n4 (?:slash|dash) (?: until=n4 | until2=yy )
# periods around the anchor or another date
date      PRE? (?: unit=unit shift=shiftpost | shift=shiftpre unit=unit )
date      side=sideword of? (?: unit=unit shift=shiftpost | shift=shiftpre unit=unit ) |
          side=restword of? (?: unit=unit shift=shiftpost | shift=shiftpre unit=unit | unit=unit )
date      PRE? (?: unit=unit (?: that=thatpost | that=relpost | that=relafter LAST ) | (?:
          that=thatpre | that=relpre ) unit=unit )
date      weekend=weekendword
date      (?= part=closepart ) unit=closeword
date      PART unit=unit (?! count )| NTH unit=unit
date      QUARTER (?! of )
date      PART? (?: nth=ordinal | nth=edge | nth=n31 suffix ) (?: nthday=weekday | nthday=bareday |
          nthunit=nthunit ) of unit=bareunit
date      units=units (?: count=count | fewadj ) span=lately | count=count units=units
          span=lately (?! unit ) | span=lately count=count units=units (?: and | comma )?
          count2=count units2=units THIRD? | span=lately (?: count=count | fewadj |
          vague ) units=units | span=lately plural=plural |
          span=latest (?: count=count units=units | dual=dual ) (?! of )
date      dual=dual span=lately | (?: plural=plural span=lately fewadj? (?!
          unit ) )
# so long before or after
date      weeks=count weekunits onfrom weekday=weekday LASTDAY |
          weekday=weekday weeks=weeklater LASTDAY | weeksago=count weekunits agoword
          shift=shiftpre? weekday=weekday
ago       HEDGE? SPAN agoword
ago       agoprep HEDGE? SPAN (?: of nowword )?
hence     afterprep HEDGE? SPAN of nowword
later     SPAN later=laterword
later     SPAN later=onword LAST
later     later=laterword prep? SPAN
later     later=stepprep HEDGE? SPAN of thatpre
after     afterprep HEDGE? SPAN
lasting   (?<= forprep ) SPAN (?: starting | startfrom )
counted   SPAN step=stepword
counted   (?: nth=ordinal | nth=n31 suffix ) nthday=weekday step=stepword
ended     (?: units=units count=count | SPAN ) ender | (?<= prep ) (?: units=units count=count |
          SPAN ) endto
hence     SPAN hence | (?<= inprep ) HEDGE? SPAN timeword
ahead     (?<= inprep ) HEDGE? SPAN
since     (?<= sinceprep ) HEDGE? SPAN
# two days, months or years
range     BREAK WD? DAY (?: dash | to ) (?: WDAY AFTER? )? dayword? day_b=n31 suffix? of? MON_b
          OFYEAR_b? END
range     (?<= between ) WD? DAY and dayword? day_b=n31 suffix? of? MON_b OFYEAR_b? END
range     (?<= from ) (?: DAY | ODAY ) to (?: WDAY AFTER? )? dayword? (?: day_b=n31 |
          day_b=ordinal ) of? MON_b (?: OFYEAR_b | shift_b=shiftpost )?
range     (?<= between ) (?: DAY | ODAY ) and (?: WDAY AFTER? )? dayword? (?: day_b=n31 |
          day_b=ordinal ) of? MON_b (?: OFYEAR_b | shift_b=shiftpost )?
range     month=premonth DOT? (?: day=n31 suffix? | day=ordinal ) (?: dash | to ) (?: day_b=n31
          suffix? | day_b=ordinal ) comma? (?: YEAR_b )?
range     (?: DAY | ODAY ) TILL dayword? MDAY_b
range     (?<= between ) (?: DAY | ODAY ) and dayword? MDAY_b
list      (?: DAY | ODAY ) and dayword? MDAY_b
range     MON day=n31 (?: dash | to ) day_b=n31 END
range     MON (?: dash | to ) MON_b OFYEAR_b?
range     (?<= between ) MON and MON_b OFYEAR_b?
range     BREAK year=plain (?: dash | slash | to ) yearword? year_b=plain era_b=era? NOTCOUNT
          END
school    BREAK year=plain (?: gdash | gslash ) (?: until=n4 | until2=yy ) (?= yeartail )
school    fiscalword (?: year=n4 (?: slash | dash ) (?: until=n4 | until2=yy ) | year2=yy
          (?: slash | dash ) until2=yy ) END
school    BREAK year2=yy (?: gdash | gslash ) until2=yy (?= yearword ) | (?: (?<= shorthead ) |
          yearword ) year2=yy (?: gdash | gslash ) until2=yy END
school    (?: yearword | (?<= prep ) | (?<= yearhead ) ) year=plain (?: gdash | gslash | dash |
          slash ) (?: until=n4 | until2=yy ) END
range     yearword year=n4 era=era? (?: dash | to | slash ) yearword? year_b=n4 era_b=era?
range     (?<= between ) (?: yearword | yearswords )? year=n4 and yearword? year_b=n4 era_b=era?
          NOTCOUNT
range     yearswords year=n4 (?: dash | to | slash ) year_b=n4
range     DECADE (?: dash | to ) decade_b=decade
range     (?: yearword | yearswords )? year=n31 (?: dash | to ) year_b=n31 era_b=bc | (?:
          year=n3 | year=n4 ) (?: dash | to ) (?: year_b=n3 | year_b=n4 ) era_b=bc
range     part=part (?: to | dash | and ) of? PART_b (?: DECADE_b (?: of? CENTURY_b )? | MON_b
          OFYEAR_b? | YEAR_b | RYEAR_b | CENTURY_b )
list      BREAK WD? DAY (?: and | comma ) dayword? day_b=n31 suffix? of? MON_b OFYEAR_b? END
list      BREAK WD? DAY (?: and | comma ){1,2} day_b=n31 suffix? (?: and | comma ){1,2} dayword?
          day_c=n31 suffix? of? MON_c OFYEAR_c? END
list      month=premonth DOT? day=n31 suffix? (?: and | comma ){1,2} day_b=n31 suffix? (?: (?: and |
          comma ){1,2} day_c=n31 suffix? )? (?: comma? year=plain NOTCOUNT | LASTDAY )
list      daywords day=n31 and day_b=n31 of? MON_b OFYEAR_b?
list      monthswords? MON (?: and | comma ) MON_b OFYEAR_b?
list      yearswords year=n4 (?: comma | and ) year_b=n4 (?: (?: comma | and ) and? year_c=n4 )?
list      (?<= prep ) year=plain (?: comma | and ){1,2} year_b=plain NOTCOUNT (?: (?: comma |
          and ){1,2} year_c=plain NOTCOUNT )?
list      SEASON (?: and | comma ) season_b=season of? (?: YEAR_b | RYEAR_b )
# times of day
clock     CLOCK
clock     (?: lead=leadword | lead=count minuteword? pastword | minus=count minuteword to ) (?:
          hour=n12 | hour=spelledhour ) NOTCOUNT oclock? (?: HALFDAY | of daypart=daypart )? ZONE?
clock     clockword? (?: HM | hour=n12 | hour=hourname MINUTES? ) TILL CLOCK_b
clock     (?<= between ) clockword? (?: HM | hour=n12 | hour=hourname MINUTES? ) (?: and | to )
          CLOCK_b
clock     clockword (?: HM | hour=n12 | hour=hourname ) TILL (?: HM_b | hour_b=n12 |
          hour_b=hourname ) (?: HALFDAY_b | of daypart_b=daypart )? ZONE_b?
clock     (?<= at | equals ) HM ZONE? | (?<= at ) hour=hourname MINUTES
bareclock HM
zone      zone=zone
# a year that names an event, if words of one stand around it
event     BREAK year=plain NOTCOUNT END
"""
